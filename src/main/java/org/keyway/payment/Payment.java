package org.keyway.payment;

import java.time.Instant;

/**
 * One attempt to pay: one demand alone, several orders together, or the share of one order in such a joint payment;
 * amounts in CNY cents.
 *
 * @param provider adapter that carries it, as in the path of its notices
 * @param tradeNo the provider's number; null until money came
 * @param orderNo the order, or the list of orders ({@code HB}...) of a joint payment
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
        Instant paidAt,
        String jointNo) {

    static final String JOINT = "JOINT";

    /** A new attempt of which nobody has heard yet. */
    static Payment attempt(
            String paymentNo, String orderNo, String purpose, Means means, long amountCents, String jointNo) {
        return new Payment(
                paymentNo,
                orderNo,
                purpose,
                means.method(),
                means.provider(),
                PaymentStatus.PENDING,
                amountCents,
                0,
                null,
                null,
                null,
                null,
                jointNo);
    }

    /** Whether several orders are paid by this one. */
    public boolean isJoint() {
        return purpose.equals(JOINT);
    }

    /** Whether this is the part of one order in a joint payment. */
    public boolean isShare() {
        return jointNo != null;
    }

    /** The number under which the provider knows the money. */
    String tradedAs() {
        return isShare() ? jointNo : paymentNo;
    }

    PaymentView view() {
        return new PaymentView(paymentNo, method, status, amountCents, paidAt, refundedCents, jointNo);
    }
}
