package org.keyway.order;

import java.util.List;

/** What an application needs, from the decision tables; {@code feeCents} in CNY cents. */
public record Requirements(
        List<RequiredDocument> documents,
        long feeCents,
        String payTiming,
        List<String> payments,
        List<String> deliveryModes,
        int leadWorkingDays,
        List<Consent> consents) {}
