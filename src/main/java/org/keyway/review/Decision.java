package org.keyway.review;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer may decide. */
enum Decision {
    APPROVE,
    RETURN,
    HOLD,
    REJECT;

    static Optional<Decision> of(String text) {
        return Arrays.stream(values())
                .filter(decision -> decision.name().equals(text))
                .findFirst();
    }

    /** Everything but a plain yes needs a reason that the applicant can read. */
    boolean needsReason() {
        return this == HOLD || this == REJECT;
    }
}
