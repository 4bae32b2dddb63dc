package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.keyway.order.WorkingCalendar;
import org.keyway.portal.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The house's time: what it is now and when people work, so that due times can be coloured rightly. */
@RestController
@Tag(name = "calendar")
class CalendarApi {

    private static final int AHEAD = 31;

    /** The working days from today on, and their hours. */
    record CalendarJson(OffsetDateTime now, String opens, String closes, List<String> workingDays) {}

    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarApi(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/api/calendar")
    @Operation(operationId = "calendar")
    CalendarJson calendar() {
        List<String> days = Stream.iterate(LocalDate.now(clock), day -> day.plusDays(1))
                .limit(AHEAD)
                .filter(calendar::isWorkingDay)
                .map(LocalDate::toString)
                .toList();
        return new CalendarJson(
                Wording.iso(clock.instant()),
                calendar.opens().toString(),
                calendar.closes().toString(),
                days);
    }
}
