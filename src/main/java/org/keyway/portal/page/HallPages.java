package org.keyway.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.order.RegionPolicy;
import org.keyway.order.form.Forms;
import org.keyway.portal.Actor;
import org.keyway.portal.Cities;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may see: the hall, guides, texts to agree to. */
@Controller
class HallPages {

    /** A business line as a tile; only an open one can be applied for. */
    record LineTile(String slug, String icon, boolean open) {}

    private static final Map<BusinessLine, String> ICONS = Map.of(
            BusinessLine.NEW_ISSUANCE, "key",
            BusinessLine.RENEWAL, "arrow-repeat",
            BusinessLine.CHANGE, "pencil-square",
            BusinessLine.REPLACEMENT, "files",
            BusinessLine.ANNUAL_INSPECTION, "patch-check",
            BusinessLine.UNLOCK, "unlock",
            BusinessLine.LOSS_UNBLOCK, "shield-exclamation",
            BusinessLine.SPECIAL_SERVICE, "stars");

    private final Forms forms;
    private final Cities cities;
    private final ConsentTexts consents;

    private final RefundRules refundRules;

    HallPages(Forms forms, Cities cities, ConsentTexts consents, RefundRules refundRules) {
        this.refundRules = refundRules;
        this.forms = forms;
        this.cities = cities;
        this.consents = consents;
    }

    @GetMapping("/")
    String hall(Model model) {
        List<LineTile> lines = Arrays.stream(BusinessLine.values())
                .map(line -> new LineTile(line.slug(), ICONS.get(line), forms.isOpen(line)))
                .toList();
        model.addAttribute("lines", lines);
        return "hall";
    }

    @GetMapping("/help/{line}")
    String guide(@PathVariable String line, Model model) {
        BusinessLine open =
                BusinessLine.of(line).filter(forms::isOpen).orElseThrow(() -> Problem.notFound("portal.line.unknown"));
        model.addAttribute("refundRules", refundRules.all());
        model.addAttribute(
                "cities", cities.of(open).stream().map(RegionPolicy::city).toList());
        return "guide-" + line;
    }

    @GetMapping("/consents/{id}")
    String consent(@PathVariable String id, Model model) {
        Consent text = consents.find(id).orElseThrow(() -> Problem.notFound("portal.problem.not-found"));
        model.addAttribute("consent", text);
        model.addAttribute("body", consents.body(id).orElseThrow());
        return "consent-text";
    }

    @GetMapping("/welcome")
    String welcome(Authentication person) {
        return Actor.of(person).isStaff() ? "redirect:/desk" : "redirect:/orders";
    }
}
