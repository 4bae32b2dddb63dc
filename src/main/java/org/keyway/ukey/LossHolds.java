package org.keyway.ukey;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long a reported key is held back, why the waiting ended, and who asked to let it go. */
@Repository
public class LossHolds {

    private final JdbcClient jdbc;
    private final Clock clock;

    LossHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The hold of an order; empty before customer service has confirmed the loss. */
    public Optional<LossHold> of(String orderNo) {
        return jdbc.sql("select * from loss_case where order_no = ?")
                .param(orderNo)
                .query((row, n) -> new LossHold(
                        row.getString("order_no"),
                        Rows.instant(row, "held_since"),
                        Rows.instant(row, "hold_until"),
                        row.getBoolean("extended"),
                        row.getString("cause")))
                .optional();
    }

    /** The loss is confirmed: the hold counts from now. */
    @Transactional
    public void open(String orderNo, Duration limit) {
        if (of(orderNo).isEmpty()) {
            jdbc.sql("insert into loss_case (order_no, held_since, hold_until) values (?, ?, ?)")
                    .params(orderNo, Rows.time(clock.instant()))
                    .param(Rows.time(clock.instant().plus(limit)))
                    .update();
        }
    }

    /** The hold counts anew, once; whether it did. */
    @Transactional
    public boolean extend(String orderNo, Duration limit) {
        return jdbc.sql("""
                        update loss_case set held_since = ?, hold_until = ?, extended = true
                        where order_no = ? and extended = false""")
                        .params(
                                Rows.time(clock.instant()),
                                Rows.time(clock.instant().plus(limit)),
                                orderNo)
                        .update()
                == 1;
    }

    /** Why the order waits no longer. */
    @Transactional
    public void causeIs(String orderNo, String cause) {
        jdbc.sql("update loss_case set cause = ? where order_no = ?")
                .params(cause, orderNo)
                .update();
    }

    /** The order {@code requestNo} asks to let the key of this loss go; asking again changes nothing. */
    @Transactional
    public void ask(String requestNo, String lossOrderNo, boolean taken) {
        int known = jdbc.sql("select count(*) from release_request where request_no = ?")
                .param(requestNo)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into release_request (request_no, loss_order_no, asked_at, taken_at) values (?, ?, ?, ?)")
                    .params(requestNo, lossOrderNo, Rows.time(clock.instant()))
                    .param(taken ? Rows.time(clock.instant()) : null)
                    .update();
        }
    }

    /** Whether somebody asked and nobody has looked at it yet. */
    public boolean isAsked(String lossOrderNo) {
        return jdbc.sql("select count(*) from release_request where loss_order_no = ? and taken_at is null")
                        .param(lossOrderNo)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What was asked so far is being looked at. */
    @Transactional
    public void take(String lossOrderNo) {
        jdbc.sql("update release_request set taken_at = ? where loss_order_no = ? and taken_at is null")
                .params(Rows.time(clock.instant()), lossOrderNo)
                .update();
    }
}
