package org.keyway.portal.account;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** One little sum that a person solves and a dumb program does not: good once, for a short time, kept in the session. */
record Captcha(int left, int right, boolean inWords, Instant until, AtomicBoolean used) {

    Captcha(int left, int right, boolean inWords, Instant until) {
        this(left, right, inWords, until, new AtomicBoolean());
    }

    /** Whether the answer is right and in time; whatever the answer, there is no second one. */
    boolean accepts(String answer, Instant now) {
        boolean first = used.compareAndSet(false, true);
        return first && now.isBefore(until) && String.valueOf(left + right).equals(digits(answer));
    }

    /** Full-width digits, as Chinese keyboards make them, count too. */
    private static String digits(String answer) {
        StringBuilder digits = new StringBuilder();
        answer.strip()
                .codePoints()
                .forEach(c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return digits.toString();
    }
}
