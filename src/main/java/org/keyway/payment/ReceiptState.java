package org.keyway.payment;

/** How far a receipt of the bank is. */
public enum ReceiptState {
    OPEN,
    BOOKED,
    RETURNED
}
