package org.keyway.payment;

/** Money went back to the payer, in CNY cents, for that reason; published in the transaction that records it. */
public record RefundCompleted(String orderNo, long cents, String reason) {}
