package org.keyway.ukey;

import java.time.Clock;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every attempt to reset a PIN, with its outcome; an attempt without one was interrupted. */
@Repository
class PinUnlockings {

    static final String INTENDED = "INTENDED";
    static final String DONE = "DONE";

    private final JdbcClient jdbc;
    private final Clock clock;

    PinUnlockings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes the intention down; returns its number. */
    int intend(String orderNo, String serial, String chosenBy) {
        int attempt = count(orderNo, "attempt > 0") + 1;
        jdbc.sql("""
                        insert into pin_unlocking (order_no, attempt, serial, chosen_by, outcome, started_at)
                          values (?, ?, ?, ?, ?, ?)""")
                .params(orderNo, attempt, serial, chosenBy, INTENDED, Rows.time(clock.instant()))
                .update();
        return attempt;
    }

    int end(String orderNo, int attempt, String outcome) {
        return jdbc.sql("update pin_unlocking set outcome = ?, ended_at = ? where order_no = ? and attempt = ?")
                .params(outcome, Rows.time(clock.instant()), orderNo, attempt)
                .update();
    }

    /** The newest attempt that has no outcome yet on this device. */
    Optional<Integer> open(String orderNo, String serial) {
        return jdbc.sql("""
                        select attempt from pin_unlocking where order_no = ? and serial = ? and outcome = ?
                        order by attempt desc limit 1""")
                .params(orderNo, serial, INTENDED)
                .query(Integer.class)
                .optional();
    }

    /** The order that last unlocked this device. */
    Optional<String> lastDone(String serial) {
        return jdbc.sql("""
                        select order_no from pin_unlocking where serial = ? and outcome = ?
                        order by ended_at desc limit 1""").params(serial, DONE).query(String.class).optional();
    }

    /** How often the device refused since the order was filed. */
    int failures(String orderNo) {
        return count(orderNo, "outcome not in ('INTENDED', 'DONE')");
    }

    private int count(String orderNo, String condition) {
        return jdbc.sql("select count(*) from pin_unlocking where order_no = ? and " + condition)
                .param(orderNo)
                .query(Integer.class)
                .single();
    }
}
