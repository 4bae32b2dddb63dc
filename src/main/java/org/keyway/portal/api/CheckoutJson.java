package org.keyway.portal.api;

import java.util.List;

/** An open attempt: where the payer goes, or what their phone scans. */
record CheckoutJson(
        String paymentNo,
        long amountCents,
        String cashierUrl,
        String qrContent,
        String remarkCode,
        AccountJson account,
        List<ShareJson> orders) {

    /** Where a bank transfer goes to. */
    record AccountJson(String name, String number, String bank) {}

    /** What one order has in it. */
    record ShareJson(String orderNo, long amountCents) {}
}
