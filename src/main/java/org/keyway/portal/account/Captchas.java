package org.keyway.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Asks for a sum, as a picture or in words that a screen reader can read out. */
@Component
class Captchas {

    /** What the page shows: a picture as data address, or a question in words; the other one is null. */
    record Question(String picture, String words) {

        @Override
        public String toString() {
            return "Question";
        }
    }

    static final String FIELD = "captcha";
    static final String WORDS = "WORDS";

    private static final String CHOICE = "keyway.captcha.choice";

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int STORIES = 4;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Wording wording;

    Captchas(Clock clock, Wording wording) {
        this.clock = clock;
        this.wording = wording;
    }

    /** A new question for this page, the one before is void; who once chose words or pictures keeps getting them. */
    Question ask(String page, String choice, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (choice != null) {
            session.setAttribute(CHOICE, choice);
        }
        boolean inWords = WORDS.equals(session.getAttribute(CHOICE));
        Captcha captcha = new Captcha(
                between(3, 9), between(3, 9), inWords, clock.instant().plus(VALIDITY));
        session.setAttribute(key(page), captcha);
        return inWords ? new Question(null, story(captcha)) : new Question(picture(captcha), null);
    }

    /** Whether the request answers the question that this page asked last. */
    boolean isAnswered(String page, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String answer = request.getParameter(FIELD);
        if (session == null || !(session.getAttribute(key(page)) instanceof Captcha captcha)) {
            return false;
        }
        session.removeAttribute(key(page));
        return captcha.accepts(answer == null ? "" : answer, clock.instant());
    }

    private String story(Captcha captcha) {
        return wording.text(
                "captcha.story." + between(1, STORIES),
                wording.text("captcha.number." + captcha.left()),
                wording.text("captcha.number." + captcha.right()));
    }

    private String picture(Captcha captcha) {
        String sum = captcha.left() + " + " + captcha.right() + " = ?";
        byte[] png = new CaptchaPicture(random).draw(sum);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static String key(String page) {
        return "keyway.captcha." + page;
    }
}
