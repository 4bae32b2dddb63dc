package org.keyway.architecture.probe;

import java.time.LocalDate;

/** A bad example: takes the date from the system, so that no test can move it. */
public final class AsksTheSystemClock {

    public LocalDate today() {
        return LocalDate.now();
    }
}
