package org.keyway.payment;

import java.time.LocalDate;

/**
 * What our books and the other side's do not agree about; cents are null on the side that does not know it.
 *
 * @param kind PAYMENT, REFUND, REMITTANCE or INVOICE
 */
public record BillDifference(
        LocalDate day, String provider, String kind, String number, String orderNo, Long ourCents, Long theirCents) {

    /** An invoice that we asked for and nobody has answered. */
    public static BillDifference unanswered(LocalDate day, String requestNo, String orderNo, long cents) {
        return new BillDifference(day, "tax", "INVOICE", requestNo, orderNo, cents, null);
    }
}
