package org.keyway.review;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer may decide. */
enum Decision {
    APPROVE,
    RETURN,
    HOLD,
    REJECT;

    /** The decision of that name; a second reviewer cannot put an order on hold. */
    static Optional<Decision> of(String text, boolean second) {
        return Arrays.stream(values())
                .filter(decision -> decision.name().equals(text) && !(second && decision == HOLD))
                .findFirst();
    }

    /** Everything but a plain yes needs a reason that the applicant can read. */
    boolean needsReason() {
        return this == HOLD || this == REJECT;
    }
}
