package org.keyway.payment;

/** One movement of money in a provider's bill: our own number of the payment or refund, and CNY cents. */
public record BillLine(Kind kind, String number, long cents) {

    /** Which way the money went. */
    public enum Kind {
        PAYMENT,
        REFUND
    }
}
