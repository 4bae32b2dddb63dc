package org.keyway.process;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.keyway.order.WorkingCalendar;
import org.keyway.shared.KeywayClock;
import org.springframework.stereotype.Component;

/**
 * Working time in China: Monday to Friday 09:00-17:00, without legal holidays and with make-up days (tyme4j's data).
 */
@Component
public class WorkingTime implements WorkingCalendar {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** The moment when {@code amount} of working time has passed since {@code start}. */
    public Instant after(Instant start, Duration amount) {
        ZonedDateTime now = start.atZone(KeywayClock.ZONE);
        Duration left = amount;
        while (true) {
            ZonedDateTime opens = now.toLocalDate().atTime(OPENS).atZone(KeywayClock.ZONE);
            ZonedDateTime closes = now.toLocalDate().atTime(CLOSES).atZone(KeywayClock.ZONE);
            ZonedDateTime from = now.isBefore(opens) ? opens : now;
            Duration today = isWorkingDay(now.toLocalDate()) && from.isBefore(closes)
                    ? Duration.between(from, closes)
                    : Duration.ZERO;
            if (left.compareTo(today) <= 0 && !today.isZero()) {
                return from.plus(left).toInstant();
            }
            left = left.minus(today);
            now = now.toLocalDate().plusDays(1).atStartOfDay(KeywayClock.ZONE);
        }
    }

    @Override
    public LocalTime opens() {
        return OPENS;
    }

    @Override
    public LocalTime closes() {
        return CLOSES;
    }

    /** Whether people work on that day. */
    @Override
    public boolean isWorkingDay(LocalDate day) {
        LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (holiday != null) {
            return holiday.isWork();
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
