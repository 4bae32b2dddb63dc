package org.keyway.invoice;

/** The tax platform has issued the order's invoice or will not; published in the transaction that records it. */
public record InvoiceAnswered(String orderNo, boolean issued) {}
