package org.keyway.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.keyway.subscriber.Registration;
import org.keyway.subscriber.Registrations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Opening an account in three steps: agreement, information, done. */
@Controller
class RegisterPages {

    private static final String AGREED = "keyway.register.agreed";
    private static final String OPENED = "keyway.register.opened";
    private static final String PAGE = "register";
    private static final List<String> TEXTS = List.of("account-agreement", "personal-information");
    private static final String ORGANIZATION = "ORGANIZATION";
    private static final String INDIVIDUAL = "INDIVIDUAL";

    private final ConsentTexts consents;
    private final Registrations registrations;
    private final Captchas captchas;
    private final Wording wording;

    RegisterPages(ConsentTexts consents, Registrations registrations, Captchas captchas, Wording wording) {
        this.consents = consents;
        this.registrations = registrations;
        this.captchas = captchas;
        this.wording = wording;
    }

    @GetMapping("/register")
    String agreement(Model model) {
        model.addAttribute("consents", texts());
        Map<String, String> bodies = new HashMap<>();
        TEXTS.forEach(id -> bodies.put(id, consents.body(id).orElseThrow()));
        model.addAttribute("texts", bodies);
        return "register-agreement";
    }

    @PostMapping("/register")
    String agree(@RequestParam String decision, HttpSession session, Model model) {
        if (!decision.equals("AGREE")) {
            session.removeAttribute(AGREED);
            model.addAttribute("declined", true);
            return agreement(model);
        }
        LinkedHashMap<String, String> versions = new LinkedHashMap<>();
        texts().forEach(text -> versions.put(text.id(), text.version()));
        session.setAttribute(AGREED, versions);
        return "redirect:/register/information";
    }

    @GetMapping("/register/information")
    String information(
            @RequestParam(defaultValue = ORGANIZATION) String holderType,
            @SessionAttribute(name = AGREED, required = false) Map<String, String> agreed,
            HttpServletRequest request,
            Model model) {
        String type = holderType.equals(INDIVIDUAL) ? INDIVIDUAL : ORGANIZATION;
        return agreed == null ? "redirect:/register" : form(Map.of("holderType", type), Map.of(), request, model);
    }

    @PostMapping("/register/information")
    String register(
            @RequestParam Map<String, String> fields,
            @SessionAttribute(name = AGREED, required = false) Map<String, String> agreed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (agreed == null) {
            return "redirect:/register";
        }
        if (fields.containsKey("again")) {
            return form(fields, Map.of(), request, model);
        }
        Map<String, String> faults = open(fields, agreed, request);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return form(fields, faults, request, model);
        }
        request.getSession().removeAttribute(AGREED);
        request.getSession().setAttribute(OPENED, new Registration(fields).account());
        return "redirect:/register/done";
    }

    @GetMapping("/register/done")
    String done(@SessionAttribute(name = OPENED, required = false) String account, Model model) {
        model.addAttribute("account", account);
        return account == null ? "redirect:/register" : "register-done";
    }

    private Map<String, String> open(
            Map<String, String> fields, Map<String, String> agreed, HttpServletRequest request) {
        if (!captchas.isAnswered(PAGE, request)) {
            return Map.of(Captchas.FIELD, wording.text("captcha.wrong"));
        }
        try {
            registrations.register(new Registration(fields), agreed);
            return Map.of();
        } catch (Problem problem) {
            return FormFaults.of(problem, wording);
        }
    }

    private String form(
            Map<String, String> fields, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("values", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("individual", INDIVIDUAL.equals(fields.get("holderType")));
        model.addAttribute("captcha", captchas.ask(PAGE, fields.get("again"), request));
        return PAGE;
    }

    private List<Consent> texts() {
        return TEXTS.stream().map(id -> consents.find(id).orElseThrow()).toList();
    }
}
