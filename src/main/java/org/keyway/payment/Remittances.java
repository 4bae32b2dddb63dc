package org.keyway.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All bank transfers that payers have been asked for. */
@Repository
class Remittances {

    private final JdbcClient jdbc;
    private final Clock clock;

    Remittances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest one of the order. */
    Optional<Remittance> of(String orderNo) {
        return jdbc.sql("select * from remittance where order_no = ? order by created_at desc, payment_no desc limit 1")
                .param(orderNo)
                .query(Remittances::read)
                .optional();
    }

    boolean isSubmitted(String orderNo) {
        return of(orderNo)
                .filter(each -> each.status() == RemittanceStatus.SUBMITTED)
                .isPresent();
    }

    /** A transfer for this payment; its remark is made of the number of the order, or of the list it belongs to. */
    void add(Payment payment, String remarkOf) {
        jdbc.sql("insert into remittance (payment_no, order_no, remark_code, status, round, created_at)"
                        + " select ?, ?, ?, ?, 0, ? where not exists (select 1 from remittance where payment_no = ?)")
                .params(payment.paymentNo(), payment.orderNo(), RemarkCode.of(remarkOf))
                .params(RemittanceStatus.OPEN.name(), OffsetDateTime.now(clock), payment.paymentNo())
                .update();
    }

    void submitted(Remittance remittance) {
        move(remittance, RemittanceStatus.SUBMITTED);
        jdbc.sql("update remittance set round = round + 1, submitted_at = ? where payment_no = ?")
                .params(OffsetDateTime.now(clock), remittance.paymentNo())
                .update();
    }

    void decided(Remittance remittance, RemittanceStatus next, String reason, String by) {
        move(remittance, next);
        jdbc.sql("update remittance set reason = ?, decided_by = ?, decided_at = ? where payment_no = ?")
                .params(reason, by, OffsetDateTime.now(clock), remittance.paymentNo())
                .update();
    }

    /** The payment whose transfer has this remark, the newest when it was opened again. */
    Optional<String> named(String remarkCode) {
        return jdbc.sql("select payment_no from remittance where remark_code = ?"
                        + " order by created_at desc, payment_no desc limit 1")
                .param(remarkCode)
                .query(String.class)
                .optional();
    }

    /** The money was found in a statement, whether or not the payer has said that it is on its way. */
    void found(String paymentNo, String by) {
        jdbc.sql("update remittance set status = 'MATCHED', decided_by = ?, decided_at = ?"
                        + " where payment_no = ? and status <> 'MATCHED'")
                .params(by, OffsetDateTime.now(clock), paymentNo)
                .update();
    }

    private void move(Remittance remittance, RemittanceStatus next) {
        if (!remittance.status().canBecome(next)) {
            throw new IllegalStateException(
                    remittance.paymentNo() + " cannot go from " + remittance.status() + " to " + next);
        }
        int rows = jdbc.sql("update remittance set status = ? where payment_no = ? and status = ?")
                .params(next.name(), remittance.paymentNo(), remittance.status().name())
                .update();
        if (rows != 1) {
            throw new IllegalStateException(remittance.paymentNo() + " was changed by somebody else");
        }
    }

    private static Remittance read(ResultSet row, int n) throws SQLException {
        return new Remittance(
                row.getString("payment_no"),
                row.getString("order_no"),
                row.getString("remark_code"),
                RemittanceStatus.valueOf(row.getString("status")),
                row.getInt("round"),
                row.getString("reason"));
    }
}
