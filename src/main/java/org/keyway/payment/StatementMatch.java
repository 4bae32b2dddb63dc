package org.keyway.payment;

import java.util.List;

/**
 * What a receipt of the bank is about: the transfers that finance waits for under its remark.
 *
 * @param dueCents what is still to come under the remark besides the open receipts; negative when they are too much
 * @param orderNos the orders that it pays; empty when nobody knows
 */
public record StatementMatch(BankReceipt receipt, Verdict verdict, long dueCents, List<String> orderNos) {

    /** What is to be done. */
    public enum Verdict {
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
}
