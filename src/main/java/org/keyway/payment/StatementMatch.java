package org.keyway.payment;

import java.util.List;

/**
 * What a receipt of the bank is about: the transfers that finance waits for under its remark.
 *
 * @param dueCents what is still to come under the remark besides the open receipts; negative when they are too much
 * @param orderNos the orders that it pays; empty when nobody knows
 */
public record StatementMatch(BankReceipt receipt, ReceiptVerdict verdict, long dueCents, List<String> orderNos) {}
