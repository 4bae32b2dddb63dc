package org.keyway.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed; a demand is settled by exactly one payment. */
@Repository
class Demands {

    record Demand(String orderNo, String purpose, long amountCents, String settledBy, boolean closed) {

        boolean isDue() {
            return amountCents > 0 && settledBy == null && !closed;
        }
    }

    static final String FEE = "FEE";

    private final JdbcClient jdbc;
    private final Clock clock;

    Demands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Demand> find(String orderNo) {
        return select(orderNo, "");
    }

    /** The demand, held against every other transaction until this one ends. */
    Optional<Demand> lock(String orderNo) {
        return select(orderNo, " for update");
    }

    void add(String orderNo, long cents) {
        jdbc.sql("insert into payment_demand (order_no, purpose, amount_cents, created_at) values (?, ?, ?, ?)")
                .params(orderNo, FEE, cents, OffsetDateTime.now(clock))
                .update();
    }

    void change(String orderNo, long cents) {
        jdbc.sql("update payment_demand set amount_cents = ?, closed_at = null where order_no = ? and purpose = ?")
                .params(cents, orderNo, FEE)
                .update();
    }

    void settle(String orderNo, String paymentNo) {
        int rows = jdbc.sql("update payment_demand set settled_by = ?"
                        + " where order_no = ? and purpose = ? and settled_by is null and closed_at is null")
                .params(paymentNo, orderNo, FEE)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Demand of " + orderNo + " is not open");
        }
    }

    void close(String orderNo) {
        jdbc.sql("update payment_demand set closed_at = ? where order_no = ? and purpose = ? and closed_at is null")
                .params(OffsetDateTime.now(clock), orderNo, FEE)
                .update();
    }

    private Optional<Demand> select(String orderNo, String suffix) {
        return jdbc.sql("select * from payment_demand where order_no = ? and purpose = ?" + suffix)
                .params(orderNo, FEE)
                .query((row, n) -> new Demand(
                        row.getString("order_no"),
                        row.getString("purpose"),
                        row.getLong("amount_cents"),
                        row.getString("settled_by"),
                        row.getObject("closed_at") != null))
                .optional();
    }
}
