package org.keyway.portal.page;

import java.util.List;

/** One receipt of the bank that waits for finance; {@code difference} says how much is missing or too much. */
record ReceiptRow(
        String receiptNo,
        String day,
        String amount,
        String payer,
        String remark,
        String verdict,
        String verdictText,
        String difference,
        List<String> orderNos) {}
