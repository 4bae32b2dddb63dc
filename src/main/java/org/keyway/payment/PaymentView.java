package org.keyway.payment;

import java.time.Instant;

/** A payment as the public API shows it; amounts in CNY cents, {@code paidAt} null until paid, {@code jointNo} the payment it is a share of. */
public record PaymentView(
        String paymentNo,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        Instant paidAt,
        long refundedCents,
        String jointNo) {}
