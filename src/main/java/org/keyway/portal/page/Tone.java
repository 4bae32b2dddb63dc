package org.keyway.portal.page;

import org.keyway.invoice.InvoiceStatus;
import org.keyway.order.OrderStatus;
import org.keyway.payment.PaymentStatus;

/** Colour of a badge; never the only signal, the text stands beside it. */
final class Tone {

    private Tone() {}

    static String of(OrderStatus status) {
        return switch (status) {
            case COMPLETED, RELEASED, REPLACED -> "green";
            case RETURNED, AWAITING_PAYMENT, AWAITING_SELF_WRITE, TO_COLLECT, ON_HOLD, SUSPENDED, EXCEPTION -> "amber";
            case REJECTED, REVOKED -> "red";
            case DRAFT, CANCELLED, EXPIRED, REFUNDED -> "grey";
            default -> "blue";
        };
    }

    static String of(InvoiceStatus status) {
        return switch (status) {
            case ISSUED -> "green";
            case FAILED -> "amber";
            case NONE -> "grey";
            default -> "blue";
        };
    }

    static String of(PaymentStatus status) {
        return switch (status) {
            case PAID -> "green";
            case PENDING -> "amber";
            case REFUSED -> "red";
            default -> "blue";
        };
    }
}
