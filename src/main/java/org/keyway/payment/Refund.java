package org.keyway.payment;

/** One intention to give money back; {@code refundNo} is the idempotency key towards the provider. */
record Refund(
        String refundNo, String orderNo, String reason, String paymentNo, long amountCents, RefundStatus status) {}
