package org.keyway.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much waits where, and how long steps take, from the steps of the last 90 days. */
@Service
public class CaseStatistics {

    /** How far back durations are looked at. */
    public static final Duration WINDOW = Duration.ofDays(90);

    private static final int FEWEST_SAMPLES = 5;

    /** Open steps of one kind; the time is when the oldest began to wait. */
    public record Waiting(String candidateGroup, String step, long count, long late, Instant oldest) {}

    /** What staff needed for their steps of one line in one city; hours by the clock on the wall. */
    public record Handling(String line, String region, long count, double hours) {}

    private record Usual(long count, Double seconds) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStatistics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open steps by group and step, applicants last, the oldest first. */
    public List<Waiting> waiting() {
        return jdbc.sql("""
                select coalesce(candidate_group, 'applicant') as waiting_for, name, count(*) as n, min(received_at) as oldest,
                    sum(case when due < :now then 1 else 0 end) as late
                from order_step where handled_at is null
                group by candidate_group, name
                order by case when candidate_group is null then 1 else 0 end, min(received_at)""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new Waiting(
                        row.getString("waiting_for"),
                        row.getString("name"),
                        row.getLong("n"),
                        row.getLong("late"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    /** How many orders of a line in a city wait for staff before their key is made. */
    public long underWay(BusinessLine line, String region) {
        return jdbc.sql("""
                select count(*) from application_order
                where line = ? and region = ? and status in ('PENDING_REVIEW', 'TO_PROCESS', 'WRITING')""").params(line.slug(), region).query(Long.class).single();
    }

    /** Average time from the arrival of a staff step to its end, by line and city. */
    public List<Handling> handling() {
        return jdbc.sql("""
                select o.line as line, o.region as region, count(*) as n,
                    avg(extract(epoch from (s.handled_at - s.received_at))) / 3600 as hours
                from order_step s join application_order o on o.order_no = s.order_no
                where s.handled_at >= :since and s.handler is not null and s.candidate_group is not null
                group by o.line, o.region order by o.line, o.region""")
                .param("since", since())
                .query((row, index) -> new Handling(
                        row.getString("line"), row.getString("region"), row.getLong("n"), row.getDouble("hours")))
                .list();
    }

    /** What the step that the order waits in usually takes on this line; empty with fewer than five examples. */
    public Optional<Duration> usual(String orderNo) {
        Usual usual = jdbc.sql("""
                select count(*) as count,
                    percentile_cont(0.5) within group (order by extract(epoch from (s.handled_at - s.received_at))) as seconds
                from order_step s join application_order o on o.order_no = s.order_no
                where s.handled_at >= :since and s.handler is not null
                    and o.line = (select line from application_order where order_no = :no)
                    and s.step_key = (select step_key from order_step where order_no = :no and handled_at is null
                        order by received_at limit 1)""")
                .param("since", since())
                .param("no", orderNo)
                .query(Usual.class)
                .single();
        return usual.count() < FEWEST_SAMPLES
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(usual.seconds())));
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(WINDOW));
    }
}
