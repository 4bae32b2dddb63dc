package org.keyway.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All intentions to give money back, one per order and reason. */
@Repository
class Refunds {

    private final JdbcClient jdbc;
    private final Clock clock;

    Refunds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Refund> find(String orderNo, String reason) {
        return jdbc.sql("select * from refund where order_no = ? and reason = ?")
                .params(orderNo, reason)
                .query(Refunds::read)
                .optional();
    }

    List<Refund> of(String paymentNo) {
        return jdbc.sql("select * from refund where payment_no = ? order by refund_no")
                .param(paymentNo)
                .query(Refunds::read)
                .list();
    }

    /** Refunds that were meant and are not settled yet. */
    List<Refund> open() {
        return jdbc.sql("select * from refund where status in ('INTENDED', 'PENDING') order by created_at limit 200")
                .query(Refunds::read)
                .list();
    }

    void add(Refund refund) {
        jdbc.sql("insert into refund (refund_no, order_no, reason, payment_no, amount_cents, status, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(refund.refundNo(), refund.orderNo(), refund.reason(), refund.paymentNo())
                .params(refund.amountCents(), refund.status().name(), OffsetDateTime.now(clock))
                .update();
    }

    /** Moves an unsettled refund; false when it was settled before. */
    boolean move(String refundNo, RefundStatus next) {
        return jdbc.sql("update refund set status = ?, completed_at = ? where refund_no = ?"
                                + " and status in ('INTENDED', 'PENDING')")
                        .params(next.name(), OffsetDateTime.now(clock), refundNo)
                        .update()
                == 1;
    }

    private static Refund read(ResultSet row, int n) throws SQLException {
        return new Refund(
                row.getString("refund_no"),
                row.getString("order_no"),
                row.getString("reason"),
                row.getString("payment_no"),
                row.getLong("amount_cents"),
                RefundStatus.valueOf(row.getString("status")));
    }
}
