package org.keyway.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.order.ArrivalForecast.Forecast;
import org.keyway.order.ArrivalForecast.Verdict;

class ArrivalForecastTest {

    private long queue;
    private String batch = "IMMEDIATE";
    private List<String> deliveries = List.of("MAIL");

    @Test
    void leadPostAndBindingAreCountedInWorkingDays() {
        Forecast forecast = mailed("2026-12-20T09:30");
        assertThat(forecast.leavesOn()).isEqualTo(LocalDate.of(2026, 11, 26));
        // five days of post end on Tuesday, binding takes the Wednesday
        assertThat(forecast.usableOn()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(forecast.verdict()).isEqualTo(Verdict.IN_TIME);
        assertThat(forecast.pickupOn()).isNull();
    }

    @Test
    void batchAndQueueTakeTheirDays() {
        batch = "NEXT_DAY";
        queue = 450;
        assertThat(mailed("2026-12-20T09:30").leavesOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void onTheDayOfOpeningIsTooLateAndTheDayBeforeIsTight() {
        assertThat(mailed("2026-12-02T09:30").verdict()).isEqualTo(Verdict.LATE);
        assertThat(mailed("2026-12-03T09:30").verdict()).isEqualTo(Verdict.TIGHT);
        assertThat(mailed("2026-12-04T09:30").verdict()).isEqualTo(Verdict.IN_TIME);
    }

    @Test
    void pickingUpIsProposedWhereTheCityOffersItAndItHelps() {
        assertThat(mailed("2026-12-01T09:30").pickupOn()).isNull();
        deliveries = List.of("PICKUP", "MAIL");
        assertThat(mailed("2026-12-01T09:30").pickupOn()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(mailed("2026-11-25T09:30").pickupOn())
                .as("too late either way")
                .isNull();
        assertThat(forecast(Map.of("bidOpeningAt", "2026-12-01T09:30+08:00", "deliveryMode", "PICKUP"))
                        .orElseThrow()
                        .usableOn())
                .isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void withoutADayOfOpeningNothingIsSaid() {
        assertThat(forecast(Map.of("deliveryMode", "MAIL"))).isEmpty();
        assertThat(forecast(Map.of("bidOpeningAt", "soon"))).isEmpty();
    }

    private Forecast mailed(String opening) {
        return forecast(Map.of("bidOpeningAt", opening, "deliveryMode", "MAIL")).orElseThrow();
    }

    private Optional<Forecast> forecast(Map<String, Object> fields) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
        return new ArrivalForecast(new Tables(), new Week(), new Queue(clock), clock)
                .of(BusinessLine.NEW_ISSUANCE, "330683", new Fields(fields));
    }

    private final class Queue extends CaseStatistics {
        Queue(Clock clock) {
            super(null, clock);
        }

        @Override
        public long underWay(BusinessLine line, String region) {
            return queue;
        }
    }

    private static final class Week implements WorkingCalendar {
        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        @Override
        public LocalTime opens() {
            return LocalTime.of(9, 0);
        }

        @Override
        public LocalTime closes() {
            return LocalTime.of(17, 0);
        }
    }

    private final class Tables implements PolicyTables {
        @Override
        public Optional<RegionPolicy> region(BusinessLine line, String region) {
            Duration day = Duration.ofDays(1);
            List<String> none = List.of();
            return Optional.of(new RegionPolicy(
                    region,
                    region,
                    true,
                    none,
                    "AFTER_REVIEW",
                    "OPERATOR",
                    deliveries,
                    none,
                    none,
                    batch,
                    3,
                    day,
                    day,
                    day,
                    day,
                    day,
                    day,
                    false,
                    ""));
        }

        @Override
        public List<RegionPolicy> regions(BusinessLine line) {
            return region(line, "330683").stream().toList();
        }

        @Override
        public List<RequiredDocument> documents(BusinessLine line, String region, Fields fields) {
            return List.of();
        }

        @Override
        public Optional<String> term(BusinessLine line, String region, String name) {
            return Optional.ofNullable(Map.of("mailTime", "P5D", "dailyCapacity", "200", "bindingDays", "1")
                    .get(name));
        }

        @Override
        public List<SpecialService> services(String region) {
            return List.of();
        }

        @Override
        public int refundPercent(String reason, String stage) {
            return 0;
        }

        @Override
        public Optional<Long> feeCents(BusinessLine line, String region, Fields fields) {
            return Optional.of(0L);
        }
    }
}
