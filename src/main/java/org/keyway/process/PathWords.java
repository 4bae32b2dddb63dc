package org.keyway.process;

import java.util.Map;
import org.keyway.order.Order;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Words of a message that depend on the way an order has taken: paid or not, before or after review, which key. */
@Component
class PathWords {

    private final DecisionTables tables;
    private final PaymentService payments;
    private final KeyStock stock;
    private final MessageSourceAccessor wording;

    PathWords(DecisionTables tables, PaymentService payments, KeyStock stock, MessageSource wording) {
        this.tables = tables;
        this.payments = payments;
        this.stock = stock;
        this.wording = new MessageSourceAccessor(wording);
    }

    Map<String, String> of(Order order, int keyIndex) {
        String timing =
                tables.region(order.line(), order.region()).orElseThrow().payTiming();
        return Map.of(
                "refundNote", refund(order.orderNo()),
                "payLead", wording.getMessage("path.pay-lead." + timing, ""),
                "payNext", wording.getMessage("path.pay-next." + timing, ""),
                "receivedNext", wording.getMessage("path.received." + timing, ""),
                "whichKey", key(order, keyIndex),
                "keyRefund", keyRefund(order.orderNo(), keyIndex));
    }

    private String keyRefund(String orderNo, int keyIndex) {
        long cents = payments.refundCents(orderNo, KeysToMake.refundReason(keyIndex));
        Object[] which = {keyIndex + 1, yuan(cents)};
        return wording.getMessage(cents == 0 ? "path.key.given-up" : "path.key.refunded", which);
    }

    private static String yuan(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private String refund(String orderNo) {
        long refunded = payments.of(orderNo).map(PaymentView::refundedCents).orElse(0L);
        if (refunded > 0) {
            return wording.getMessage("path.refund.done", new Object[] {yuan(refunded)});
        }
        return payments.isPaid(orderNo) ? wording.getMessage("path.refund.due") : "";
    }

    private String key(Order order, int keyIndex) {
        if (order.fields().number("quantity", 1) == 1) {
            return "";
        }
        String serial =
                stock.current(order.orderNo(), keyIndex).map(KeyDevice::serial).orElse("");
        return wording.getMessage("path.key", new Object[] {keyIndex + 1, serial});
    }
}
