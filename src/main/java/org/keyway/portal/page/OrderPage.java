package org.keyway.portal.page;

import org.keyway.order.Order;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One order: progress, who has the ball, own steps, history, papers, payment, parcel, keys. */
@Controller
class OrderPage {

    private final OrderAccess access;
    private final OrderViews views;
    private final ArrivalTexts arrivals;
    private final RefundRules refundRules;
    private final ReportViews reports;
    private final String agent;

    /** {@code agent}: where pages look for the key agent, on the PC of whoever looks at them. */
    OrderPage(
            OrderAccess access,
            OrderViews views,
            ArrivalTexts arrivals,
            RefundRules refundRules,
            ReportViews reports,
            @Value("${keyway.agent-url:http://127.0.0.1:18088}") String agent) {
        this.access = access;
        this.views = views;
        this.arrivals = arrivals;
        this.refundRules = refundRules;
        this.reports = reports;
        this.agent = agent;
    }

    @GetMapping("/orders/{orderNo:[A-Z]{2}[0-9]+}")
    String order(@PathVariable String orderNo, Authentication person, Model model) {
        Actor actor = Actor.of(person);
        Order order = access.visible(orderNo, actor);
        model.addAttribute("order", views.of(order, actor));
        model.addAttribute("arrival", arrivals.of(order).orElse(null));
        model.addAttribute("refundRules", refundRules.all());
        model.addAttribute("mine", order.applicant().equals(actor.account()));
        model.addAttribute("reports", reports.of(orderNo));
        model.addAttribute("agent", agent);
        return "order";
    }
}
