package org.keyway.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.keyway.subscriber.PasswordResets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** A new password by a code to the registered mobile; what the pages say does not depend on the account. */
@Controller
class ResetPages {

    private static final String FOR = "keyway.reset.account";
    private static final String PAGE = "password-reset";

    private final PasswordResets resets;
    private final Captchas captchas;
    private final Wording wording;

    ResetPages(PasswordResets resets, Captchas captchas, Wording wording) {
        this.resets = resets;
        this.captchas = captchas;
        this.wording = wording;
    }

    @GetMapping("/password-reset")
    String start(HttpServletRequest request, Model model) {
        return form(Map.of(), Map.of(), request, model);
    }

    @PostMapping("/password-reset")
    String sendCode(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (fields.containsKey("again")) {
            return form(fields, Map.of(), request, model);
        }
        if (!captchas.isAnswered(PAGE, request)) {
            response.setStatus(422);
            return form(fields, Map.of(Captchas.FIELD, wording.text("captcha.wrong")), request, model);
        }
        String account = fields.getOrDefault("account", "").strip();
        resets.request(account, fields.getOrDefault("mobile", "").strip());
        request.getSession().setAttribute(FOR, account);
        return "redirect:/password-reset/code";
    }

    @GetMapping("/password-reset/code")
    String code(@SessionAttribute(name = FOR, required = false) String account, Model model) {
        model.addAttribute("faults", Map.of());
        return account == null ? "redirect:/password-reset" : "password-reset-code";
    }

    @PostMapping("/password-reset/code")
    String setPassword(
            @RequestParam Map<String, String> fields,
            @SessionAttribute(name = FOR, required = false) String account,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        if (account == null) {
            return "redirect:/password-reset";
        }
        try {
            resets.redeem(
                    account,
                    fields.getOrDefault("code", ""),
                    fields.getOrDefault("password", ""),
                    fields.getOrDefault("passwordConfirm", ""));
        } catch (Problem problem) {
            response.setStatus(422);
            model.addAttribute("faults", FormFaults.of(problem, wording));
            return "password-reset-code";
        }
        session.removeAttribute(FOR);
        return "redirect:/login?reset";
    }

    private String form(
            Map<String, String> fields, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("values", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("captcha", captchas.ask(PAGE, fields.get("again"), request));
        return PAGE;
    }
}
