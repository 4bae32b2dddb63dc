package org.keyway.payment;

/** The demand of an order is settled; published in the transaction that records it. */
public record PaymentReceived(String orderNo, String paymentNo) {}
