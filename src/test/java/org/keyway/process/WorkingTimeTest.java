package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private final WorkingTime workingTime = new WorkingTime();

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00+08:00, PT4H, 2026-11-20T14:00:00+08:00", // a Friday
        "2026-11-20T16:00:00+08:00, PT4H, 2026-11-23T12:00:00+08:00", // over the weekend
        "2026-11-21T10:00:00+08:00, PT1H, 2026-11-23T10:00:00+08:00", // from a Saturday
        "2026-11-20T03:00:00+08:00, PT8H, 2026-11-20T17:00:00+08:00", // a whole day
        "2025-09-30T16:00:00+08:00, PT2H, 2025-10-09T10:00:00+08:00" // over the national holiday of 2025
    })
    void countsOnlyWorkingTime(OffsetDateTime start, Duration amount, OffsetDateTime due) {
        assertThat(workingTime.after(start.toInstant(), amount)).isEqualTo(due.toInstant());
    }

    @Test
    void knowsMakeUpDays() {
        assertThat(workingTime.isWorkingDay(LocalDate.of(2025, 9, 28)))
                .as("a Sunday that is worked")
                .isTrue();
        assertThat(workingTime.isWorkingDay(LocalDate.of(2025, 10, 1))).isFalse();
    }
}
