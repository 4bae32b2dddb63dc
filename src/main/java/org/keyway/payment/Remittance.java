package org.keyway.payment;

/**
 * One bank transfer for one payment attempt.
 *
 * @param remarkCode what the payer writes into the remark, so that finance finds the money
 * @param round how often the payer has handed it in
 * @param reason why finance sent it back last; null when it did not
 */
public record Remittance(
        String paymentNo, String orderNo, String remarkCode, RemittanceStatus status, int round, String reason) {}
