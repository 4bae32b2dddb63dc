package org.keyway.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.order.CaseList;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.payment.PaymentService;
import org.keyway.portal.Actor;
import org.keyway.portal.PaymentMethods;
import org.keyway.portal.Wording;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before several orders are paid at once: what each costs, what all cost, and how they can be paid. */
@Controller
class JointPaymentPage {

    /** One order of the list; {@code due} is empty when it cannot be paid now. */
    record Part(RowViews.RowView row, String due) {}

    private final OrderService orders;
    private final PaymentService payments;
    private final PaymentMethods methods;
    private final RefundRules refundRules;
    private final CaseList cases;
    private final RowViews rows;

    JointPaymentPage(
            OrderService orders,
            PaymentService payments,
            PaymentMethods methods,
            RefundRules refundRules,
            CaseList cases,
            RowViews rows) {
        this.orders = orders;
        this.payments = payments;
        this.methods = methods;
        this.refundRules = refundRules;
        this.cases = cases;
        this.rows = rows;
    }

    @GetMapping("/orders/payment")
    String payment(@RequestParam(defaultValue = "") List<String> orderNos, Authentication person, Model model) {
        String account = Actor.of(person).account();
        List<Order> payable = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        long total = 0;
        for (String orderNo : orderNos.stream().distinct().toList()) {
            Order order = orders.owned(orderNo, account);
            Optional<Long> due = payments.dueCents(orderNo);
            parts.add(part(orderNo, due));
            total += due.orElse(0L);
            due.ifPresent(cents -> payable.add(order));
        }
        model.addAttribute("parts", parts);
        model.addAttribute("payable", payable.stream().map(Order::orderNo).toList());
        model.addAttribute("total", Wording.yuan(total));
        model.addAttribute("methods", methods.of(payable));
        model.addAttribute("refundRules", refundRules.all());
        return "joint-payment";
    }

    private Part part(String orderNo, Optional<Long> due) {
        return new Part(
                rows.of(List.of(cases.find(orderNo).orElseThrow())).get(0),
                due.map(Wording::yuan).orElse(""));
    }
}
