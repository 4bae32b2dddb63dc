package org.keyway.payment;

/** Money came for a demand that was already closed or settled; its full refund is on the way. */
public record LatePayment(String orderNo) {}
