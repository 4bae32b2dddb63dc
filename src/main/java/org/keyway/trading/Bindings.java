package org.keyway.trading;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Binding requests and answers, one row per order; an answer may come first. */
@Repository
class Bindings {

    record Row(String orderNo, int round, boolean requested, Boolean accepted) {

        String requestNo() {
            return orderNo + "B" + round;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Bindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> find(String orderNo) {
        return select(orderNo, "");
    }

    Optional<Row> lock(String orderNo) {
        return select(orderNo, " for update");
    }

    void add(String orderNo) {
        jdbc.sql("insert into key_binding (order_no) values (?)").param(orderNo).update();
    }

    /** Writes down the request; a new one after a rejection forgets the old answer. */
    void request(Row row, List<String> keySerials) {
        boolean again = row.requested() && Boolean.FALSE.equals(row.accepted());
        jdbc.sql("update key_binding set round = ?, key_serials = ?, requested_at = ? where order_no = ?")
                .params(again || row.round() == 0 ? row.round() + 1 : row.round(), String.join(",", keySerials))
                .params(OffsetDateTime.now(clock), row.orderNo())
                .update();
        if (again) {
            jdbc.sql("update key_binding set accepted = null, reason = null, answered_at = null where order_no = ?")
                    .param(row.orderNo())
                    .update();
        }
    }

    void answer(String orderNo, boolean accepted, String reason) {
        jdbc.sql("update key_binding set accepted = ?, reason = ?, answered_at = ? where order_no = ?")
                .params(accepted, reason.substring(0, Math.min(500, reason.length())), OffsetDateTime.now(clock))
                .param(orderNo)
                .update();
    }

    private Optional<Row> select(String orderNo, String suffix) {
        return jdbc.sql("select * from key_binding where order_no = ?" + suffix)
                .param(orderNo)
                .query((row, n) -> {
                    boolean accepted = row.getBoolean("accepted");
                    return new Row(
                            row.getString("order_no"),
                            row.getInt("round"),
                            row.getObject("requested_at") != null,
                            row.getObject("accepted") == null ? null : Boolean.valueOf(accepted));
                })
                .optional();
    }
}
