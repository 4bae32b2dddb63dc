package org.keyway.process;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The days before the end of a certificate on which its holder is reminded; negative days are after the end. */
record ExpiryStages(List<Integer> days) {

    /** Reads {@code 90,60,30,-1}. */
    static ExpiryStages parse(String text) {
        return new ExpiryStages(Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .sorted()
                .toList());
    }

    /** How long before the end the first reminder is due. */
    int first() {
        return Collections.max(days);
    }

    /** The newest stage reached with so many days left; empty while it is too early, or when it or a later one was told. */
    Optional<Integer> due(long daysLeft, Integer told) {
        return days.stream()
                .filter(stage -> stage >= daysLeft)
                .findFirst()
                .filter(stage -> told == null || told > stage);
    }
}
