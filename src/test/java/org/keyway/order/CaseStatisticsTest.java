package org.keyway.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.order.CaseStatistics.Handling;
import org.keyway.order.CaseStatistics.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseStatisticsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private JdbcClient jdbc;
    private CaseStatistics statistics;
    private int orders;

    @BeforeEach
    void setUp() {
        DataSource source = database();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        statistics = new CaseStatistics(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Test
    void saysWhatWaitsWhereAndHowLong() {
        open("Task_ReviewApplication", "customer-service", Duration.ofHours(5), Duration.ofHours(-1));
        open("Task_ReviewApplication", "customer-service", Duration.ofHours(2), Duration.ofHours(2));
        open("Task_Pay", null, Duration.ofDays(3), null);
        assertThat(statistics.waiting())
                .containsExactly(
                        new Waiting("customer-service", "Task_ReviewApplication", 2, 1, NOW.minus(Duration.ofHours(5))),
                        new Waiting("applicant", "Task_Pay", 1, 0, NOW.minus(Duration.ofDays(3))));
    }

    @Test
    void averagesStepsOfStaffByLineAndCity() {
        handled("Task_ReviewApplication", "customer-service", 60, "330683", 1);
        handled("Task_ReviewApplication", "customer-service", 180, "330683", 1);
        handled("Task_WriteKey", "key-operator", 30, "330800", 1);
        handled("Task_Pay", null, 6000, "330683", 1);
        handled("Task_ReviewApplication", "customer-service", 6000, "330683", 91);
        assertThat(statistics.handling())
                .containsExactly(
                        new Handling("new-issuance", "330683", 2, 2.0), new Handling("new-issuance", "330800", 1, 0.5));
    }

    @Test
    void tellsTheUsualDurationFromFiveExamplesOn() {
        String waiting = open("Task_ReviewApplication", "customer-service", Duration.ofHours(1), null);
        for (int minutes : new int[] {10, 20, 30, 40}) {
            handled("Task_ReviewApplication", "customer-service", minutes, "330683", 1);
        }
        handled("Task_ReviewApplication", "customer-service", 9, "330683", 91);
        assertThat(statistics.usual(waiting)).isEmpty();
        handled("Task_ReviewApplication", "customer-service", 9000, "330683", 1);
        assertThat(statistics.usual(waiting)).contains(Duration.ofMinutes(30));
    }

    @Test
    void anOrderThatWaitsForNothingHasNoUsualDuration() {
        assertThat(statistics.usual("XB20261121999999")).isEmpty();
    }

    private String open(String step, String group, Duration since, Duration until) {
        String orderNo = order("330683");
        Timestamp due = until == null ? null : Timestamp.from(NOW.plus(until));
        step(orderNo, step, group, NOW.minus(since));
        jdbc.sql("update order_step set due = ? where order_no = ?")
                .params(due, orderNo)
                .update();
        return orderNo;
    }

    private void handled(String step, String group, int minutes, String region, int daysAgo) {
        String orderNo = order(region);
        Instant end = NOW.minus(Duration.ofDays(daysAgo));
        step(orderNo, step, group, end.minus(Duration.ofMinutes(minutes)));
        jdbc.sql("update order_step set handler = 'li', handled_at = ? where order_no = ?")
                .params(Timestamp.from(end), orderNo)
                .update();
    }

    private void step(String orderNo, String step, String group, Instant received) {
        jdbc.sql("""
                insert into order_step (id, order_no, step_key, name, candidate_group, received_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID().toString(), orderNo, step, step, group, Timestamp.from(received))
                .update();
    }

    private String order(String region) {
        String orderNo = "XB20261121%06d".formatted(++orders);
        jdbc.sql("""
                insert into application_order (order_no, line, region, applicant, created_by, status, fields, created_at, updated_at)
                values (?, 'new-issuance', ?, 'zhang', 'zhang', 'PENDING_REVIEW', '{}', ?, ?)""")
                .params(orderNo, region, Timestamp.from(NOW), Timestamp.from(NOW))
                .update();
        return orderNo;
    }
}
