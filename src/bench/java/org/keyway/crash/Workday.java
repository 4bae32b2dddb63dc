package org.keyway.crash;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.keyway.shared.KeywayClock;

/** Walks begin on the next Monday at ten, so that no deadline in working hours depends on when the harness runs. */
final class Workday {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    private Workday() {}

    /** Milliseconds from now until then. */
    static long ahead() {
        ZonedDateTime now = ZonedDateTime.now(KeywayClock.ZONE);
        return now.until(now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TEN), ChronoUnit.MILLIS);
    }
}
