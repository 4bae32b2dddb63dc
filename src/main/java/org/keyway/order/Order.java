package org.keyway.order;

import java.time.Instant;

/**
 * One application on one business line: it starts as a draft, is submitted into a process of the same number (business
 * key), and ends in one of the end statuses. {@code round} counts submissions, starting at 0 for a draft.
 *
 * @param applicant account that filed the order
 * @param createdBy account that typed it in: the applicant, or staff at the counter
 * @param writingStarted whether a key was written, after which the applicant can no longer cancel
 */
public record Order(
        String orderNo,
        BusinessLine line,
        String region,
        String applicant,
        String createdBy,
        OrderStatus status,
        int round,
        boolean writingStarted,
        Fields fields,
        Instant createdAt,
        Instant updatedAt) {}
