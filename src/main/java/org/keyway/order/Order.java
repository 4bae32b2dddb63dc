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
        Instant updatedAt) {

    /** With the fields laid over, in the region they name. */
    Order filledIn(Fields patch, Instant at) {
        String where = patch.text("region").orElse(region);
        Fields merged = fields.with(patch.without("region"));
        return new Order(
                orderNo, line, where, applicant, createdBy, status, round, writingStarted, merged, createdAt, at);
    }

    /** Handed in, for the first time or again. */
    Order entered(Instant at) {
        return new Order(
                orderNo,
                line,
                region,
                applicant,
                createdBy,
                OrderStatus.PENDING_REVIEW,
                round + 1,
                writingStarted,
                fields,
                createdAt,
                at);
    }

    /** In the next status; a jump that the transition table does not know is a programming error. */
    Order becoming(OrderStatus next, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(orderNo + " cannot go from " + status + " to " + next);
        }
        return new Order(
                orderNo, line, region, applicant, createdBy, next, round, writingStarted, fields, createdAt, at);
    }

    /** With a key that is being written for it. */
    Order beingWritten(Instant at) {
        return new Order(orderNo, line, region, applicant, createdBy, status, round, true, fields, createdAt, at);
    }
}
