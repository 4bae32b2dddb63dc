package org.keyway.portal.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.keyway.order.Requirements;
import org.keyway.order.form.Forms;
import org.keyway.portal.Actor;
import org.keyway.portal.Cities;
import org.keyway.portal.ReturnedTexts;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Applying: choose a city, read and agree, then fill in the deployed start form. */
@Controller
class ApplyPage {

    /** What the address asks for: a draft to go on with, or a city, texts agreed to, a key or an order to start from. */
    record Wish(String order, String region, List<String> agreed, String key, String from, String service) {

        /** What is said already. */
        Fields fields() {
            return service == null ? Fields.empty() : new Fields(Map.of("service", service));
        }
    }

    private final OrderService orders;
    private final Forms forms;
    private final ConsentTexts consents;
    private final Cities cities;
    private final ReturnedTexts returned;

    ApplyPage(OrderService orders, Forms forms, ConsentTexts consents, Cities cities, ReturnedTexts returned) {
        this.orders = orders;
        this.forms = forms;
        this.consents = consents;
        this.cities = cities;
        this.returned = returned;
    }

    @GetMapping("/apply/{line}")
    String apply(@PathVariable String line, Wish wish, Authentication person, Model model) {
        BusinessLine business =
                BusinessLine.of(line).filter(forms::isOpen).orElseThrow(() -> Problem.notFound("portal.line.unknown"));
        model.addAttribute("line", line);
        model.addAttribute("key", wish.key());
        model.addAttribute("from", wish.from());
        model.addAttribute("service", wish.service());
        if (wish.order() != null) {
            return resume(orders.owned(wish.order(), Actor.of(person).account()), model);
        }
        Optional<Requirements> needs = Optional.ofNullable(wish.region())
                .filter(code -> !code.isBlank())
                .map(code -> orders.requirements(business, code, wish.fields()));
        List<String> marks = wish.agreed() == null ? List.of() : wish.agreed();
        boolean ready = needs.isPresent()
                && new HashSet<>(marks)
                        .containsAll(needs.get().consents().stream()
                                .map(Consent::mark)
                                .toList());
        return ready ? form(business, wish, marks, model) : consent(business, wish.region(), needs, model);
    }

    private String consent(BusinessLine line, String region, Optional<Requirements> needs, Model model) {
        Map<String, String> texts = new LinkedHashMap<>();
        needs.map(Requirements::consents)
                .orElse(List.of())
                .forEach(consent ->
                        texts.put(consent.id(), consents.body(consent.id()).orElse("")));
        model.addAttribute("cities", cities.of(line));
        model.addAttribute("region", region);
        model.addAttribute("needs", needs.orElse(null));
        model.addAttribute("texts", texts);
        return "consent";
    }

    private String form(BusinessLine line, Wish wish, List<String> agreed, Model model) {
        model.addAttribute("form", forms.startForm(line, wish.fields()));
        model.addAttribute("service", wish.service());
        model.addAttribute("region", wish.region());
        model.addAttribute("agreed", String.join(",", agreed));
        model.addAttribute("correcting", false);
        return "apply";
    }

    private String resume(Order order, Model model) {
        if (!order.status().isEditable()) {
            return "redirect:/orders/" + order.orderNo();
        }
        boolean correcting = order.status() == OrderStatus.RETURNED;
        String service = order.fields().text("service").orElse(null);
        form(order.line(), new Wish(null, order.region(), null, null, null, service), List.of(), model);
        model.addAttribute("orderNo", order.orderNo());
        model.addAttribute("correcting", correcting);
        model.addAttribute("returned", returned.of(order));
        return "apply";
    }
}
