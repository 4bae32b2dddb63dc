package org.keyway.payment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * State of one attempt to pay and its transition table. {@code LATE} is money that came after the demand was closed or
 * settled otherwise; it is given back without anybody asking.
 */
public enum PaymentStatus {
    PENDING,
    REFUSED,
    CLOSED,
    PAID,
    LATE,
    REFUNDING,
    PARTLY_REFUNDED,
    REFUNDED;

    private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT = Map.of(
            PENDING, EnumSet.of(PAID, REFUSED, CLOSED, LATE),
            REFUSED, EnumSet.of(PAID, CLOSED, LATE),
            CLOSED, EnumSet.of(LATE),
            PAID, EnumSet.of(REFUNDING),
            LATE, EnumSet.of(REFUNDING),
            REFUNDING, EnumSet.of(PARTLY_REFUNDED, REFUNDED),
            PARTLY_REFUNDED, EnumSet.of(REFUNDING));

    /** Whether the attempt may go from this state to the other. */
    public boolean canBecome(PaymentStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether money of this attempt has reached us, given back or not. */
    public boolean isCaptured() {
        return this != PENDING && this != REFUSED && this != CLOSED;
    }
}
