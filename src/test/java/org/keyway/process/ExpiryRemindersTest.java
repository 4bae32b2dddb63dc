package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.notification.SenderFailure;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.shared.OwnTransaction;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The sweep over a house full of locks: one query a page, one message a stage, the newest only. */
class ExpiryRemindersTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final AtomicInteger HOUSES = new AtomicInteger();

    private final AtomicInteger pages = new AtomicInteger();
    private final List<String> sent = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private JdbcClient jdbc;
    private DataSource source;

    @BeforeEach
    void house() {
        DataSource database = database();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        source = counting(database);
        jdbc = JdbcClient.create(source);
        order("XB1", "new-issuance", "COMPLETED");
    }

    DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:expiry" + HOUSES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @Test
    void aThousandLocksAreSixQueriesAndAThousandMessages() {
        for (int at = 0; at < 1000; at++) {
            lock(at, 10 + at % 50);
        }
        pages.set(0);
        sweep(NOON);
        assertThat(sent).hasSize(1000).doesNotHaveDuplicates();
        assertThat(pages).as("pages of 200, and one that is empty").hasValue(6);
        sweep(NOON);
        assertThat(sent).as("nothing is told twice").hasSize(1000);
    }

    @Test
    void aPauseIsMadeUpByTheNewestStageAlone() {
        lock(1, 95);
        sweep(NOON);
        assertThat(sent).isEmpty();
        sweep(NOON.plus(Duration.ofDays(70)));
        assertThat(sent).containsExactly("c1 stage 30 days 25");
        sweep(NOON.plus(Duration.ofDays(40)));
        assertThat(sent).as("a clock that goes back tells nothing old").hasSize(1);
        sweep(NOON.plus(Duration.ofDays(90)));
        sweep(NOON.plus(Duration.ofDays(97)));
        assertThat(sent).containsExactly("c1 stage 30 days 25", "c1 stage 7 days 5 legal", "c1 stage -1 days -2 legal");
        sweep(NOON.plus(Duration.ofDays(130)));
        assertThat(sent).as("nobody is nagged after the grace").hasSize(3);
    }

    @Test
    void openRenewalsAndKeysOutOfUseAreLeftAlone() {
        for (int at = 1; at <= 5; at++) {
            lock(at, 20);
        }
        renewal(1, "PENDING_REVIEW");
        renewal(2, "CANCELLED");
        jdbc.sql("update key_device set status = 'SUSPENDED' where serial = 'k3'")
                .update();
        jdbc.sql("update certificate set state = 'SUPERSEDED' where serial = 'c4'")
                .update();
        sweep(NOON);
        assertThat(sent).containsExactly("c2 stage 30 days 20", "c5 stage 30 days 20");
    }

    @Test
    void whoCannotBeReachedHoldsNobodyUpAndIsTriedAgain() {
        lock(1, 20);
        lock(2, 20);
        unreachable.add("c1");
        assertThatThrownBy(() -> sweep(NOON)).isInstanceOf(SenderFailure.class);
        assertThat(sent).containsExactly("c2 stage 30 days 20");
        unreachable.clear();
        sweep(NOON);
        assertThat(sent).containsExactly("c2 stage 30 days 20", "c1 stage 30 days 20");
    }

    private void sweep(Instant now) {
        Clock clock = Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("transactions", new DataSourceTransactionManager(source));
        new ExpiryReminders(new ExpiringLocks(jdbc, clock), this::send, TABLES, own(beans), clock).sweep();
    }

    private static OwnTransaction own(DefaultListableBeanFactory beans) {
        return beans.createBean(OwnTransaction.class);
    }

    private void send(ExpiringLock lock, int stage, long daysLeft, boolean alsoLegal) {
        if (unreachable.contains(lock.certificateSerial())) {
            throw new SenderFailure("sms", "send", "down");
        }
        sent.add(lock.certificateSerial() + " stage " + stage + " days " + daysLeft + (alsoLegal ? " legal" : ""));
    }

    private void order(String orderNo, String line, String status) {
        jdbc.sql("insert into application_order (order_no, line, region, applicant, created_by, status, fields,"
                        + " created_at, updated_at) values (?, ?, '330683', 'zhang', 'zhang', ?, '{}', ?, ?)")
                .params(orderNo, line, status, NOON.atOffset(ZoneOffset.UTC), NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void renewal(int lock, String status) {
        order("XQ" + lock, "renewal", status);
        jdbc.sql("insert into key_claim (order_no, key_index, serial, claimed_at) values (?, 0, ?, ?)")
                .params("XQ" + lock, "k" + lock, NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void lock(int number, int days) {
        var now = NOON.atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into key_device (serial, model, status, order_no, key_index, owner_account, registered_at,"
                        + " updated_at) values (?, 'KW', 'ACTIVE', 'XB1', 0, 'zhang', ?, ?)")
                .params("k" + number, now, now)
                .update();
        jdbc.sql("insert into certificate_intent (request_key, serial, order_no, tbs_sha256, public_key_sha256,"
                        + " subject, not_before, not_after, tbs, created_at)"
                        + " values (?, ?, 'XB1', '', '', '', ?, ?, ?, ?)")
                .params("r" + number, "c" + number, now, now.plusDays(days), new byte[0], now)
                .update();
        jdbc.sql("insert into certificate (serial, request_key, order_no, key_serial, key_use, subject, not_before,"
                        + " not_after, state, der, created_at)"
                        + " values (?, ?, 'XB1', ?, 'SIGN', '', ?, ?, 'ACTIVE', ?, ?)")
                .params("c" + number, "r" + number, "k" + number, now, now.plusDays(days), new byte[0], now)
                .update();
    }

    /** Counts the statements that read certificates. */
    private DataSource counting(DataSource inner) {
        return proxy(DataSource.class, inner, connection -> {
            if (!(connection instanceof Connection real)) {
                return connection;
            }
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && arguments[0].toString().contains("from certificate c")) {
                            pages.incrementAndGet();
                        }
                        return method.invoke(real, arguments);
                    });
        });
    }

    private static <T> T proxy(Class<T> type, T inner, java.util.function.UnaryOperator<Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> wrap.apply(method.invoke(inner, arguments))));
    }

    private static final PolicyTables TABLES = (PolicyTables) Proxy.newProxyInstance(
            PolicyTables.class.getClassLoader(),
            new Class<?>[] {PolicyTables.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "regions" -> List.of(city());
                case "term" -> Optional.of(term((BusinessLine) arguments[0], arguments[2].toString()));
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static RegionPolicy city() {
        Duration none = Duration.ZERO;
        List<String> nothing = List.of();
        return new RegionPolicy(
                "330683", "", true, nothing, "", "", nothing, nothing, nothing, "", 1, none, none, none, none, none,
                none, false, "");
    }

    private static String term(BusinessLine line, String name) {
        assertThat(line).isEqualTo(BusinessLine.RENEWAL);
        return switch (name) {
            case "reminderStages" -> "90,60,30,15,7,3,1,-1";
            case "legalReminderFrom" -> "7";
            default -> "P30D";
        };
    }
}
