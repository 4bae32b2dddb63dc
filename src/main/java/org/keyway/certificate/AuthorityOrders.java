package org.keyway.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the CA still has to be told, oldest first: an order leaves the queue when the CA has taken it. */
@Repository
class AuthorityOrders {

    /** What the CA shall do with a certificate. */
    enum Action {
        HOLD,
        RELEASE,
        REVOKE
    }

    /** One order; {@code reason} only for a revocation. */
    record Entry(String id, String serial, Action action, RevocationReason reason, int attempts) {}

    /** An order was written down; it goes out when the transaction around it has ended well. */
    record Added(String serial) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuthorityOrders(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void add(String serial, Action action, RevocationReason reason) {
        jdbc.sql("""
                        insert into authority_order (id, serial, action, reason, requested_at, next_try_at)
                          values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        serial,
                        action.name(),
                        reason == null ? null : reason.name(),
                        Rows.time(clock.instant()),
                        Rows.time(clock.instant()))
                .update();
        events.publishEvent(new Added(serial));
    }

    /** The oldest open order for this certificate. */
    Optional<Entry> first(String serial) {
        return jdbc.sql("select * from authority_order where serial = ? and sent_at is null order by position limit 1")
                .param(serial)
                .query(AuthorityOrders::entry)
                .optional();
    }

    /** Locks the order until the end of the transaction; empty when somebody else has sent it meanwhile. */
    Optional<Entry> lock(String id) {
        return jdbc.sql("select * from authority_order where id = ? and sent_at is null for update")
                .param(id)
                .query(AuthorityOrders::entry)
                .optional();
    }

    /** Certificates with an order whose time has come. */
    List<String> due() {
        return jdbc.sql("select distinct serial from authority_order where sent_at is null and next_try_at <= ?")
                .param(Rows.time(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Certificates of this key about which the CA has not taken everything. */
    List<String> waitingOn(String keySerial) {
        return jdbc.sql("""
                        select distinct o.serial from authority_order o join certificate c on c.serial = o.serial
                          where c.key_serial = ? and o.sent_at is null""").param(keySerial).query(String.class).list();
    }

    /** How many orders the CA has not taken yet. */
    int waiting() {
        return jdbc.sql("select count(*) from authority_order where sent_at is null")
                .query(Integer.class)
                .single();
    }

    void sent(Entry entry) {
        jdbc.sql("update authority_order set sent_at = ? where id = ?")
                .params(Rows.time(clock.instant()), entry.id())
                .update();
    }

    /** Waits longer each time, an hour at most. */
    void failed(Entry entry) {
        Duration pause = Duration.ofSeconds(Math.min(3600, 30L << Math.min(entry.attempts(), 7)));
        Instant next = clock.instant().plus(pause);
        jdbc.sql("update authority_order set attempts = attempts + 1, next_try_at = ? where id = ?")
                .params(Rows.time(next), entry.id())
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new Entry(
                row.getString("id"),
                row.getString("serial"),
                Action.valueOf(row.getString("action")),
                reason == null ? null : RevocationReason.valueOf(reason),
                row.getInt("attempts"));
    }
}
