package org.keyway.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code order_step}. */
@Repository
class Steps {

    private static final int OPINION_LENGTH = 2000;

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OpenStep step) {
        jdbc.sql("""
                insert into order_step (id, order_no, step_key, name, candidate_group, assignee, received_at, due)
                values (:id, :order, :key, :name, :group, :assignee, :received, :due)""")
                .param("id", step.id())
                .param("order", step.orderNo())
                .param("key", step.key())
                .param("name", step.name())
                .param("group", step.candidateGroup())
                .param("assignee", step.assignee())
                .param("received", Timestamp.from(step.receivedAt()))
                .param("due", timestamp(step.due()))
                .update();
    }

    void addHandled(String orderNo, String name, String handler, Instant at) {
        jdbc.sql("""
                insert into order_step (id, order_no, step_key, name, assignee, handler, received_at, handled_at)
                values (:id, :order, 'Milestone', :name, :handler, :handler, :at, :at)""")
                .param("id", Ids.next())
                .param("order", orderNo)
                .param("name", name)
                .param("handler", handler)
                .param("at", Timestamp.from(at))
                .update();
    }

    void assign(OpenStep step) {
        jdbc.sql("update order_step set assignee = :assignee where id = :id and handled_at is null"
                        + " and assignee is distinct from :assignee")
                .param("assignee", step.assignee())
                .param("id", step.id())
                .update();
    }

    /** Whether the step has another due date now. */
    boolean putOff(OpenStep step) {
        return jdbc.sql("update order_step set due = :due where id = :id and handled_at is null"
                                + " and due is distinct from :due")
                        .param("due", timestamp(step.due()))
                        .param("id", step.id())
                        .update()
                == 1;
    }

    void close(String id, String handler, String opinion, Instant at) {
        String kept =
                opinion == null || opinion.length() <= OPINION_LENGTH ? opinion : opinion.substring(0, OPINION_LENGTH);
        jdbc.sql("""
                update order_step set handler = :handler, opinion = :opinion, handled_at = :at
                where id = :id and handled_at is null""")
                .param("handler", handler)
                .param("opinion", kept)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    Optional<String> orderOf(String id) {
        return jdbc.sql("select order_no from order_step where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    List<HistoryEntry> of(String orderNo) {
        return jdbc.sql("select * from order_step where order_no = ? order by received_at, handled_at nulls last")
                .param(orderNo)
                .query((row, index) -> new HistoryEntry(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("handler"))
                                .orElse(row.getTimestamp("handled_at") == null ? row.getString("assignee") : null),
                        row.getTimestamp("received_at").toInstant(),
                        instant(row, "handled_at"),
                        row.getString("opinion")))
                .list();
    }

    List<OpenStep> open(String orderNo) {
        return jdbc.sql("select * from order_step where order_no = ? and handled_at is null order by received_at")
                .param(orderNo)
                .query(Steps::read)
                .list();
    }

    List<OpenStep> openFor(String account) {
        return jdbc.sql(
                        "select * from order_step where assignee = ? and handled_at is null order by due nulls last, received_at")
                .param(account)
                .query(Steps::read)
                .list();
    }

    private static OpenStep read(ResultSet row, int index) throws SQLException {
        return new OpenStep(
                row.getString("id"),
                row.getString("order_no"),
                row.getString("step_key"),
                row.getString("name"),
                row.getString("candidate_group"),
                row.getString("assignee"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "due"));
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
