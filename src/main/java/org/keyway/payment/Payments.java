package org.keyway.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All attempts to pay. */
@Repository
class Payments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Payment> find(String paymentNo) {
        return jdbc.sql("select * from payment where payment_no = ?")
                .param(paymentNo)
                .query(Payments::read)
                .optional();
    }

    /** Newest first. */
    List<Payment> of(String orderNo) {
        return jdbc.sql("select * from payment where order_no = ? order by created_at desc, payment_no desc")
                .param(orderNo)
                .query(Payments::read)
                .list();
    }

    /** The shares of a joint payment, by order. */
    List<Payment> shares(String jointNo) {
        return jdbc.sql("select * from payment where joint_no = ? order by order_no")
                .param(jointNo)
                .query(Payments::read)
                .list();
    }

    /** The number of the order's next attempt; the caller holds the lock of its demand. */
    String nextNumber(String orderNo) {
        return "%sP%02d".formatted(orderNo, of(orderNo).size() + 1);
    }

    /** Of each order the newest joint payment that was not closed. */
    Map<String, String> jointNumbers(List<String> orderNos) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("select share.order_no, share.joint_no from payment share"
                        + " join payment joint on joint.payment_no = share.joint_no and joint.status <> 'CLOSED'"
                        + " where share.order_no in (:orders) and share.status not in ('CLOSED', 'REFUSED')"
                        + " order by share.created_at")
                .param("orders", orderNos)
                .query(row -> {
                    numbers.put(row.getString("order_no"), row.getString("joint_no"));
                });
        return numbers;
    }

    void add(Payment payment, String actor) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into payment (payment_no, order_no, purpose, method, provider, status, amount_cents,"
                        + " created_by, created_at, asked_at, joint_no) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        payment.paymentNo(),
                        payment.orderNo(),
                        payment.purpose(),
                        payment.method().name())
                .params(payment.provider(), payment.status().name(), payment.amountCents(), actor, now, now)
                .param(payment.jointNo())
                .update();
    }

    void opened(String paymentNo, String qrContent, String cashierUrl) {
        jdbc.sql("update payment set qr_content = ?, cashier_url = ? where payment_no = ?")
                .params(qrContent, cashierUrl, paymentNo)
                .update();
    }

    /** Moves the attempt along the transition table. */
    void move(Payment payment, PaymentStatus next) {
        if (!payment.status().canBecome(next)) {
            throw new IllegalStateException(
                    payment.paymentNo() + " cannot go from " + payment.status() + " to " + next);
        }
        int rows = jdbc.sql("update payment set status = ? where payment_no = ? and status = ?")
                .params(next.name(), payment.paymentNo(), payment.status().name())
                .update();
        if (rows != 1) {
            throw new IllegalStateException(payment.paymentNo() + " was changed by somebody else");
        }
    }

    void captured(Payment payment, PaymentStatus next, String tradeNo) {
        move(payment, next);
        jdbc.sql("update payment set trade_no = ?, paid_at = ? where payment_no = ?")
                .params(tradeNo, OffsetDateTime.now(clock), payment.paymentNo())
                .update();
    }

    void refunded(Payment known, long cents) {
        Payment payment = known;
        if (payment.status() == PaymentStatus.PARTLY_REFUNDED) {
            move(payment, PaymentStatus.REFUNDING);
            payment = find(payment.paymentNo()).orElseThrow();
        }
        boolean whole = payment.refundedCents() + cents == payment.amountCents();
        move(payment, whole ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED);
        jdbc.sql("update payment set refunded_cents = refunded_cents + ? where payment_no = ?")
                .params(cents, payment.paymentNo())
                .update();
    }

    /** Attempts about which the provider should be asked: open ones, and closed ones it may still take money for. */
    List<Payment> toAsk(Duration quiet) {
        return jdbc.sql(
                        "select * from payment where asked_at < ? and joint_no is null and (status in ('PENDING', 'REFUSED')"
                                + " or status = 'CLOSED' and shut_at_provider = false) order by asked_at limit 200")
                .param(OffsetDateTime.now(clock).minus(quiet))
                .query(Payments::read)
                .list();
    }

    void asked(String paymentNo) {
        jdbc.sql("update payment set asked_at = ? where payment_no = ?")
                .params(OffsetDateTime.now(clock), paymentNo)
                .update();
    }

    void shutAtProvider(String paymentNo) {
        jdbc.sql("update payment set shut_at_provider = true where payment_no = ?")
                .param(paymentNo)
                .update();
    }

    private static Payment read(ResultSet row, int n) throws SQLException {
        return new Payment(
                row.getString("payment_no"),
                row.getString("order_no"),
                row.getString("purpose"),
                PaymentMethod.valueOf(row.getString("method")),
                row.getString("provider"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("amount_cents"),
                row.getLong("refunded_cents"),
                row.getString("trade_no"),
                row.getString("qr_content"),
                row.getString("cashier_url"),
                instant(row, "paid_at"),
                row.getString("joint_no"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
