package org.keyway.payment;

import java.time.Instant;

/**
 * One attempt to pay one demand; amounts in CNY cents.
 *
 * @param provider adapter that carries it, as in the path of its notices
 * @param tradeNo the provider's number; null until money came
 * @param qrContent what the payer's phone scans; null until the provider has opened the attempt
 */
public record Payment(
        String paymentNo,
        String orderNo,
        String purpose,
        PaymentMethod method,
        String provider,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        String tradeNo,
        String qrContent,
        String cashierUrl,
        Instant paidAt) {

    PaymentView view() {
        return new PaymentView(paymentNo, method, status, amountCents, paidAt, refundedCents);
    }
}
