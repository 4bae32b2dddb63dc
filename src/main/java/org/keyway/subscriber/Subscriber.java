package org.keyway.subscriber;

/**
 * An account that files orders, and the organisation or person behind it.
 *
 * @param holderType {@code ORGANIZATION} or {@code INDIVIDUAL}
 * @param legalEmail where secrets go that must not reach the handler
 * @param creditApproved whether the trading centre's credit library accepted the subject
 */
public record Subscriber(
        String account,
        String holderType,
        String organizationName,
        String uscc,
        String legalRepresentative,
        String legalMobile,
        String legalEmail,
        String contactName,
        String contactMobile,
        String contactEmail,
        boolean creditApproved) {}
