package org.keyway.payment;

/**
 * How far a refund is; {@code NOTHING} means that there is no money to give back, {@code REFUSED} that the provider will
 * not do it and a person must.
 */
public enum RefundStatus {
    NOTHING,
    INTENDED,
    PENDING,
    DONE,
    REFUSED
}
