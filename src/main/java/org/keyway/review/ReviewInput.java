package org.keyway.review;

/**
 * What a reviewer handed in.
 *
 * @param stage element id of the step, review or second review
 * @param decision {@code APPROVE}, {@code RETURN}, {@code HOLD} or {@code REJECT}
 * @param defects JSON list of {@code {"item","code","note"}}; only for a return
 */
public record ReviewInput(
        String orderNo, String stage, String reviewer, String decision, String reason, String defects) {}
