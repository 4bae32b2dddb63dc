package org.keyway.order;

import java.time.Duration;
import java.util.List;

/**
 * One row of the decision table {@code region-policy}: how a city works.
 *
 * @param payTiming {@code BEFORE_REVIEW}, {@code AFTER_REVIEW} or {@code NONE}
 * @param writeMode {@code OPERATOR}, {@code SELF_CODE} or {@code SELF_ONLINE}
 * @param batchMode {@code IMMEDIATE} or {@code NEXT_DAY}
 */
public record RegionPolicy(
        String region,
        String city,
        boolean offered,
        List<String> holderTypes,
        String payTiming,
        String writeMode,
        List<String> deliveryModes,
        List<String> freights,
        List<String> paymentMethods,
        String batchMode,
        int leadWorkingDays,
        Duration reviewDue,
        Duration correctionLimit,
        Duration paymentReminder,
        Duration paymentLimit,
        Duration receiptLimit,
        Duration selfWriteLimit,
        boolean stampedAfterSubmission,
        String consents) {}
