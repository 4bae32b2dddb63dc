package org.keyway.order;

import java.time.Instant;

/**
 * A step that waits for somebody: a user task of the engine, mirrored so that lists never ask the engine.
 *
 * @param id engine task id
 * @param key element id, e.g. {@code Task_Pay}
 * @param name what the diagram calls it
 * @param candidateGroup group that may take it; null for a step of the applicant
 * @param assignee account that has it; null while unclaimed
 */
public record OpenStep(
        String id,
        String orderNo,
        String key,
        String name,
        String candidateGroup,
        String assignee,
        Instant receivedAt,
        Instant due) {}
