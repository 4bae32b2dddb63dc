package org.keyway.payment;

/** What an adapter made of a notice after checking its signature and that it is addressed to us. */
public sealed interface NoticeReading {

    /**
     * Genuine and meant for us.
     *
     * @param noticeId the provider's id, the same on every repeat
     * @param kept the fields worth keeping, without personal data
     */
    record Verified(String noticeId, String paymentNo, Trade trade, String kept) implements NoticeReading {}

    /** Not genuine or not for us; {@code reason} is SIGNATURE, APP or FORMAT. */
    record Rejected(String reason) implements NoticeReading {}
}
