package org.keyway.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyway.shared.KeywayClock;
import org.springframework.stereotype.Service;

/**
 * Says whether a key will be usable before a bid is opened: lead time, batch, queue and post of the city in working days
 * of the calendar, from the tables {@code region-policy} and {@code terms}. An estimate, never a promise.
 */
@Service
public class ArrivalForecast {

    private static final String MAIL = "MAIL";
    private static final String PICKUP = "PICKUP";
    private static final Set<OrderStatus> ON_THE_WAY =
            EnumSet.of(OrderStatus.SHIPPED, OrderStatus.TO_COLLECT, OrderStatus.AWAITING_SELF_WRITE);
    private static final Set<OrderStatus> AT_THE_APPLICANT =
            EnumSet.of(OrderStatus.DRAFT, OrderStatus.RETURNED, OrderStatus.AWAITING_PAYMENT);

    /** How it looks: at least two days to spare, less than that, or too late. */
    public enum Verdict {
        IN_TIME,
        TIGHT,
        LATE
    }

    /**
     * What is to be expected.
     *
     * @param queue orders of the city that wait before this one
     * @param pickupOn when it could be used if it were collected at the window; null when that is no help or not offered
     */
    public record Forecast(
            LocalDate leavesOn,
            LocalDate usableOn,
            LocalDate opening,
            Verdict verdict,
            long queue,
            LocalDate pickupOn) {}

    private final PolicyTables tables;
    private final WorkingCalendar calendar;
    private final CaseStatistics statistics;
    private final Clock clock;

    ArrivalForecast(PolicyTables tables, WorkingCalendar calendar, CaseStatistics statistics, Clock clock) {
        this.tables = tables;
        this.calendar = calendar;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** For an application that is handed in today; empty when no day of opening is given. */
    public Optional<Forecast> of(BusinessLine line, String region, Fields fields) {
        return tables.region(line, region)
                .flatMap(policy -> opening(fields).map(day -> forecast(line, policy, fields, today(), day)));
    }

    /** For an order as far as it is; empty when it has ended, is in use or names no day of opening. */
    public Optional<Forecast> of(Order order) {
        if (order.status().isEnd() || order.status() == OrderStatus.AWAITING_BINDING) {
            return Optional.empty();
        }
        LocalDate from = AT_THE_APPLICANT.contains(order.status()) ? today() : begun(order);
        return tables.region(order.line(), order.region()).flatMap(policy -> opening(order.fields())
                .map(day -> ON_THE_WAY.contains(order.status())
                        ? sent(order, policy, day)
                        : forecast(order.line(), policy, order.fields(), from, day)));
    }

    private Forecast sent(Order order, RegionPolicy policy, LocalDate opening) {
        LocalDate inHand =
                order.status() == OrderStatus.SHIPPED ? today().plus(mailTime(order.line(), policy.region())) : today();
        LocalDate usable = working(inHand, days(order.line(), policy.region(), "bindingDays"));
        return new Forecast(today(), usable, opening, verdict(usable, opening), 0, null);
    }

    private Forecast forecast(
            BusinessLine line, RegionPolicy policy, Fields fields, LocalDate from, LocalDate opening) {
        long queue = statistics.underWay(line, policy.region());
        int capacity = Math.max(1, days(line, policy.region(), "dailyCapacity"));
        int batch = policy.batchMode().equals("NEXT_DAY") ? 1 : 0;
        LocalDate leaves = working(from, policy.leadWorkingDays() + batch + (int) (queue / capacity));
        LocalDate soonest = leaves.isBefore(today()) ? working(today(), 0) : leaves;
        int binding = days(line, policy.region(), "bindingDays");
        boolean mailed = fields.text("deliveryMode").orElse(MAIL).equals(MAIL);
        LocalDate usable = working(mailed ? soonest.plus(mailTime(line, policy.region())) : soonest, binding);
        LocalDate collected = working(soonest, binding);
        Verdict verdict = verdict(usable, opening);
        boolean helps = mailed
                && verdict != Verdict.IN_TIME
                && policy.deliveryModes().contains(PICKUP)
                && verdict(collected, opening).compareTo(verdict) < 0;
        return new Forecast(soonest, usable, opening, verdict, queue, helps ? collected : null);
    }

    private static Verdict verdict(LocalDate usable, LocalDate opening) {
        if (!usable.isBefore(opening)) {
            return Verdict.LATE;
        }
        return usable.plusDays(2).isAfter(opening) ? Verdict.TIGHT : Verdict.IN_TIME;
    }

    /** The day after so many working days; with none the day itself, or the next one on which people work. */
    private LocalDate working(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0 || !calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private Period mailTime(BusinessLine line, String region) {
        return tables.term(line, region, "mailTime").map(Period::parse).orElse(Period.ZERO);
    }

    private int days(BusinessLine line, String region, String term) {
        return tables.term(line, region, term).map(Integer::parseInt).orElse(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), KeywayClock.ZONE);
    }

    private static LocalDate begun(Order order) {
        return LocalDate.ofInstant(order.createdAt(), KeywayClock.ZONE);
    }

    /** The local day that the form or a system wrote; what is no time is no day. */
    private static Optional<LocalDate> opening(Fields fields) {
        return fields.text("bidOpeningAt").flatMap(ArrivalForecast::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                    text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(text)
                                    .atZoneSameInstant(KeywayClock.ZONE)
                                    .toLocalDate()
                            : LocalDateTime.parse(text).toLocalDate());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
