package org.keyway.portal.dossier;

import java.util.List;
import java.util.Map;
import org.keyway.order.HistoryEntry;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Money and steps of an order as its documents print them. */
@Component
class OrderFacts {

    private final PaymentService payments;
    private final OrderHistory history;
    private final Wording wording;

    OrderFacts(PaymentService payments, OrderHistory history, Wording wording) {
        this.payments = payments;
        this.history = history;
        this.wording = wording;
    }

    /** What money was asked for; empty while nothing was. */
    String amount(String orderNo) {
        return payments.of(orderNo)
                .map(PaymentView::amountCents)
                .or(() -> payments.dueCents(orderNo))
                .map(Wording::yuan)
                .orElse("");
    }

    List<Map<String, Object>> payments(String orderNo) {
        return payments.attempts(orderNo).stream()
                .map(view -> Row.of("paymentNo", view.paymentNo())
                        .and("method", wording.text("payment.method." + view.method()))
                        .and("amount", Wording.yuan(view.amountCents()))
                        .and("status", wording.text("payment.status." + view.status()))
                        .and("paidAt", wording.time(view.paidAt()))
                        .and("refunded", view.refundedCents() == 0 ? "" : Wording.yuan(view.refundedCents()))
                        .asMap())
                .toList();
    }

    List<Map<String, Object>> history(Order order) {
        return history.of(order.orderNo()).stream()
                .map(entry -> Row.of("step", entry.step())
                        .and("handler", handler(entry, order))
                        .and("receivedAt", wording.time(entry.receivedAt()))
                        .and("handledAt", wording.time(entry.handledAt()))
                        .and("opinion", entry.opinion())
                        .asMap())
                .toList();
    }

    private String handler(HistoryEntry entry, Order order) {
        if (entry.handler() == null) {
            return entry.handledAt() == null ? "" : wording.text("group.machine");
        }
        return entry.handler().equals(order.applicant()) ? wording.text("handler.self") : entry.handler();
    }
}
