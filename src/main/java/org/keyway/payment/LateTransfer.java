package org.keyway.payment;

/** A transfer for an order that owed nothing any more; finance must send it back, in CNY cents. */
public record LateTransfer(String refundNo, String orderNo, long cents) {}
