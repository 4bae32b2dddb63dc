package org.keyway.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.StoredFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code review_decision} and of what each round looked like. */
@Repository
public class ReviewRecords {

    private final JdbcClient jdbc;
    private final StoredFields stored;
    private final Clock clock;

    ReviewRecords(JdbcClient jdbc, StoredFields stored, Clock clock) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.clock = clock;
    }

    void add(Order order, ReviewInput input, String opinion, String defects) {
        jdbc.sql("""
                insert into review_decision (order_no, round, stage, reviewer, decision, reason, defects, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        order.orderNo(),
                        order.round(),
                        input.stage(),
                        input.reviewer(),
                        input.decision(),
                        opinion.length() <= 2000 ? opinion : opinion.substring(0, 2000),
                        defects,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Who has decided in the present round. */
    List<String> reviewersOf(Order order) {
        return jdbc.sql(
                        "select reviewer from review_decision where order_no = ? and round = ? and stage = 'Task_ReviewApplication'")
                .params(order.orderNo(), order.round())
                .query(String.class)
                .list();
    }

    /** Defects of the newest decision as JSON. */
    String lastDefects(String orderNo) {
        return jdbc.sql("select defects from review_decision where order_no = ? order by decided_at desc limit 1")
                .param(orderNo)
                .query(String.class)
                .single();
    }

    /** Keeps what this round looked like; the same round is kept once. */
    void keep(Order order) {
        int kept = jdbc.sql("select count(*) from review_snapshot where order_no = ? and round = ?")
                .params(order.orderNo(), order.round())
                .query(Integer.class)
                .single();
        if (kept == 0) {
            jdbc.sql("insert into review_snapshot (order_no, round, fields) values (?, ?, ?)")
                    .params(order.orderNo(), order.round(), stored.write(order.fields()))
                    .update();
        }
    }

    /** The fields as the previous round handed them in; empty in the first round. */
    public Optional<Fields> previousRound(Order order) {
        return jdbc.sql("select fields from review_snapshot where order_no = ? and round = ?")
                .params(order.orderNo(), order.round() - 1)
                .query(String.class)
                .optional()
                .map(stored::read);
    }
}
