package org.keyway.payment.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.keyway.payment.BillLine;
import org.keyway.payment.Trade;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.OwnTransaction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sandbox provider's own books, committed on their own as another company's would be. */
@Repository("paymentSandboxBooks")
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxBooks {

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;

    SandboxBooks(JdbcClient jdbc, OwnTransaction own, Clock clock) {
        this.jdbc = jdbc;
        this.own = own;
        this.clock = clock;
    }

    Optional<Trade> find(String paymentNo) {
        return own.commit(() -> jdbc.sql("select * from sandbox_payment where payment_no = ?")
                .param(paymentNo)
                .query((row, n) -> new Trade(
                        Trade.State.valueOf(row.getString("state")),
                        row.getLong("amount_cents"),
                        row.getString("trade_no")))
                .optional());
    }

    void open(String paymentNo, long cents) {
        insertOnce(
                "insert into sandbox_payment (payment_no, amount_cents, state, trade_no) values (?, ?, ?, ?)",
                paymentNo,
                cents,
                Trade.State.WAITING.name(),
                "SBX" + paymentNo);
    }

    /** Money that has moved stays moved. */
    void move(String paymentNo, Trade.State state) {
        OffsetDateTime paidAt = state == Trade.State.PAID ? OffsetDateTime.now(clock) : null;
        own.commit(() -> jdbc.sql(
                        "update sandbox_payment set state = ?, paid_at = ? where payment_no = ? and state <> 'PAID'")
                .params(state.name(), paidAt, paymentNo)
                .update());
    }

    void refund(String refundNo, String paymentNo, long cents) {
        insertOnce(
                "insert into sandbox_refund (refund_no, payment_no, amount_cents, refunded_at) values (?, ?, ?, ?)",
                refundNo,
                paymentNo,
                cents,
                OffsetDateTime.now(clock));
    }

    long refundedCents(String paymentNo) {
        return own.commit(
                () -> jdbc.sql("select coalesce(sum(amount_cents), 0) from sandbox_refund where payment_no = ?")
                        .param(paymentNo)
                        .query(Long.class)
                        .single());
    }

    boolean isRefunded(String refundNo) {
        return own.commit(() -> jdbc.sql("select count(*) from sandbox_refund where refund_no = ?")
                        .param(refundNo)
                        .query(Long.class)
                        .single()
                > 0);
    }

    /** The bill of a day as the provider writes it. */
    List<BillLine> bill(LocalDate day) {
        OffsetDateTime from = day.atStartOfDay(KeywayClock.ZONE).toOffsetDateTime();
        OffsetDateTime until = day.plusDays(1).atStartOfDay(KeywayClock.ZONE).toOffsetDateTime();
        return own.commit(() -> jdbc.sql("""
                        select 'PAYMENT' as kind, payment_no as number, amount_cents from sandbox_payment
                        where paid_at >= ? and paid_at < ?
                        union all select 'REFUND', refund_no, amount_cents from sandbox_refund
                        where refunded_at >= ? and refunded_at < ?""")
                .params(from, until, from, until)
                .query((row, n) -> new BillLine(
                        BillLine.Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getLong("amount_cents")))
                .list());
    }

    private void insertOnce(String sql, Object... values) {
        try {
            own.commit(() -> jdbc.sql(sql).params(values).update());
        } catch (DuplicateKeyException e) {
            // the same call again: one effect
            return;
        }
    }
}
