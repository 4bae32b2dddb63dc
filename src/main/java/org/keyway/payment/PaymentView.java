package org.keyway.payment;

import java.time.Instant;

/** A payment as the public API shows it; amounts in CNY cents, {@code paidAt} null until paid. */
public record PaymentView(
        String paymentNo,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        Instant paidAt,
        long refundedCents) {}
