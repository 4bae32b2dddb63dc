package org.keyway.portal.api;

import java.time.OffsetDateTime;
import java.util.List;

/** A payment with the part of each order, in CNY cents. */
record PaymentStateJson(
        String paymentNo,
        String method,
        String status,
        long amountCents,
        OffsetDateTime paidAt,
        long refundedCents,
        List<PartJson> orders) {

    /** What one order has in it. */
    record PartJson(String orderNo, String status, long amountCents, long refundedCents) {}
}
