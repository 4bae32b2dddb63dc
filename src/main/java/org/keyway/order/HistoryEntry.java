package org.keyway.order;

import java.time.Instant;

/** One row of the processing history that the applicant sees; {@code handledAt} is null while the step is open. */
public record HistoryEntry(String step, String handler, Instant receivedAt, Instant handledAt, String opinion) {}
