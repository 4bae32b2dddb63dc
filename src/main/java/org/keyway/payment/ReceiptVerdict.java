package org.keyway.payment;

/** What is to be done with a receipt of the bank. */
public enum ReceiptVerdict {
    /** Less came than is owed: wait for the rest, or send it back. */
    SHORT,
    /** More came than is owed: book it and send the rest back, or send all back. */
    OVER,
    /** No transfer that is waited for has this remark: assign it, or send it back. */
    UNKNOWN,
    /** The orders of this remark owe nothing any more: send it back. */
    NOT_DUE,
    /** Booked, but what was too much must go back. */
    EXCESS
}
