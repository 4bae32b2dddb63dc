package org.keyway.payment;

import java.time.LocalDate;

/**
 * Money that came to the centre's account, in CNY cents.
 *
 * @param remarkCode what it is meant for, as far as its remark or finance says; null when nobody knows
 * @param returnCents what is to go back of it by a transfer that finance makes
 */
public record BankReceipt(
        String receiptNo,
        LocalDate bookedOn,
        long amountCents,
        String payer,
        String remark,
        String remarkCode,
        ReceiptState state,
        String paymentNo,
        long returnCents) {}
