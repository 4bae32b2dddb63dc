package org.keyway.crash;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the people of a walk look up before they act, as a page or a list would show it to them. */
final class Books {

    /** An open step of an order, or only its status. */
    record Line(String status, String id, String key) {}

    private final JdbcClient database;

    Books(JdbcClient database) {
        this.database = database;
    }

    /** The order's status with its open steps, oldest first; one line without step when there is none. */
    List<Line> look(String orderNo) {
        return database.sql("select a.status, s.id, s.step_key from application_order a"
                        + " left join order_step s on s.order_no = a.order_no and s.handled_at is null"
                        + " where a.order_no = ? order by s.received_at, s.id")
                .param(orderNo)
                .query((row, n) -> new Line(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** How often this step was done. */
    int handled(String orderNo, String step) {
        return (int) count(
                "select count(*) from order_step where handled_at is not null and handler is not null and step_key = '"
                        + step + "' and order_no = ?",
                orderNo);
    }

    String text(String sql, Object... parameters) {
        return database.sql(sql)
                .params(parameters)
                .query(String.class)
                .optional()
                .orElse("");
    }

    List<String> texts(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query(String.class).list();
    }

    long count(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query(Long.class).single();
    }
}
