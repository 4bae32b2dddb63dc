package org.keyway.order;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Business status of an order and its transition table; texts are in the message bundle under {@code status.*}. */
public enum OrderStatus {
    DRAFT,
    PENDING_REVIEW,
    RETURNED,
    ON_HOLD,
    AWAITING_PAYMENT,
    REMITTANCE_CHECK,
    TO_PROCESS,
    WRITING,
    TO_SHIP,
    SHIPPED,
    TO_COLLECT,
    AWAITING_SELF_WRITE,
    AWAITING_BINDING,
    UNLOCKING,
    SUSPENDED,
    RELEASE_REVIEW,
    REPLACING,
    COMPLETED,
    REJECTED,
    REFUNDING,
    REFUNDED,
    CANCELLED,
    EXPIRED,
    EXCEPTION,
    RELEASED,
    REPLACED,
    REVOKED;

    private static final Set<OrderStatus> ENDS =
            EnumSet.of(COMPLETED, REJECTED, REFUNDED, CANCELLED, EXPIRED, RELEASED, REPLACED, REVOKED);
    private static final Set<OrderStatus> AFTER_DRAFT = EnumSet.complementOf(EnumSet.of(DRAFT));

    /** Early statuses lead to few others; once work has begun, an order may go anywhere but back to a draft. */
    private static final Map<OrderStatus, Set<OrderStatus>> EARLY = Map.of(
            DRAFT,
            EnumSet.of(
                    PENDING_REVIEW, AWAITING_PAYMENT, TO_PROCESS, UNLOCKING, SUSPENDED, REJECTED, CANCELLED, EXPIRED),
            RETURNED,
            EnumSet.of(PENDING_REVIEW, REFUNDING, CANCELLED, EXPIRED),
            AWAITING_PAYMENT,
            EnumSet.of(REMITTANCE_CHECK, PENDING_REVIEW, TO_PROCESS, UNLOCKING, REFUNDING, CANCELLED, EXPIRED),
            REMITTANCE_CHECK,
            EnumSet.of(AWAITING_PAYMENT, PENDING_REVIEW, TO_PROCESS, UNLOCKING, REFUNDING, CANCELLED, EXPIRED),
            REFUNDING,
            EnumSet.of(REFUNDED, REJECTED, CANCELLED, EXPIRED, EXCEPTION));

    /** Whether nothing more happens to an order in this status. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Whether the applicant may still change fields and papers. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the order may go from this status to the other; staying where it is always may. */
    public boolean canBecome(OrderStatus next) {
        return this == next || !isEnd() && EARLY.getOrDefault(this, AFTER_DRAFT).contains(next);
    }
}
