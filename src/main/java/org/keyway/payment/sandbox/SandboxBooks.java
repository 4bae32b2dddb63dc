package org.keyway.payment.sandbox;

import java.util.Optional;
import org.keyway.payment.Trade;
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

    SandboxBooks(JdbcClient jdbc, OwnTransaction own) {
        this.jdbc = jdbc;
        this.own = own;
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
        own.commit(() -> jdbc.sql("update sandbox_payment set state = ? where payment_no = ? and state <> 'PAID'")
                .params(state.name(), paymentNo)
                .update());
    }

    void refund(String refundNo, String paymentNo, long cents) {
        insertOnce(
                "insert into sandbox_refund (refund_no, payment_no, amount_cents) values (?, ?, ?)",
                refundNo,
                paymentNo,
                cents);
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

    private void insertOnce(String sql, Object... values) {
        try {
            own.commit(() -> jdbc.sql(sql).params(values).update());
        } catch (DuplicateKeyException e) {
            // the same call again: one effect
            return;
        }
    }
}
