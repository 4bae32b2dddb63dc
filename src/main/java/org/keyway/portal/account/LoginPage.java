package org.keyway.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in. */
@Controller
class LoginPage {

    private static final List<String> NEWS =
            List.of("locked", "wrong", "asked", "failed", "error", "reset", "expired", "bye", "logout");

    private final LoginQuestion question;
    private final Captchas captchas;

    LoginPage(LoginQuestion question, Captchas captchas) {
        this.question = question;
        this.captchas = captchas;
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        model.addAttribute(
                "news", NEWS.stream().filter(query::containsKey).findFirst().orElse(""));
        if (question.isNeeded("", request)) {
            model.addAttribute("captcha", captchas.ask(LoginQuestion.PAGE, query.get("question"), request));
        }
        return "login";
    }
}
