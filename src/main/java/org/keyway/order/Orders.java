package org.keyway.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.keyway.shared.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code application_order}; concurrent changes of one order are refused by its version. */
@Repository
class Orders {

    /** An order and the version it was read at. */
    record Versioned(Order order, int version) {}

    private final JdbcClient jdbc;
    private final StoredFields stored;

    Orders(JdbcClient jdbc, StoredFields stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    /** The order and its version; 404 when there is none. */
    Versioned known(String orderNo) {
        return jdbc.sql("select * from application_order where order_no = ?")
                .param(orderNo)
                .query(this::order)
                .optional()
                .orElseThrow(() -> Problem.notFound("order.unknown", orderNo));
    }

    /** Nobody else changes the order before this transaction ends: for checks that decide what may follow. */
    void lock(String orderNo) {
        jdbc.sql("select order_no from application_order where order_no = ? for update")
                .param(orderNo)
                .query(String.class)
                .optional();
    }

    void add(Order order) {
        jdbc.sql("""
                insert into application_order (order_no, line, region, applicant, created_by, status, round,
                    writing_started, fields, created_at, updated_at)
                values (:no, :line, :region, :applicant, :creator, :status, :round, :writing, :fields, :created, :updated)""")
                .param("no", order.orderNo())
                .param("line", order.line().slug())
                .param("region", order.region())
                .param("applicant", order.applicant())
                .param("creator", order.createdBy())
                .param("status", order.status().name())
                .param("round", order.round())
                .param("writing", order.writingStarted())
                .param("fields", stored.write(order.fields()))
                .param("created", Timestamp.from(order.createdAt()))
                .param("updated", Timestamp.from(order.updatedAt()))
                .update();
    }

    void change(Order order, int version) {
        int rows = jdbc.sql("""
                update application_order set status = :status, round = :round, writing_started = :writing,
                    fields = :fields, updated_at = :updated, version = version + 1
                where order_no = :no and version = :version""")
                .param("status", order.status().name())
                .param("round", order.round())
                .param("writing", order.writingStarted())
                .param("fields", stored.write(order.fields()))
                .param("updated", Timestamp.from(order.updatedAt()))
                .param("no", order.orderNo())
                .param("version", version)
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("order " + order.orderNo() + " was changed by somebody else");
        }
    }

    /** Removes a draft and everything that hangs on it. */
    void remove(String orderNo) {
        for (String table :
                new String[] {"order_returned_item", "order_step", "attachment", "case_view", "application_order"}) {
            jdbc.sql("delete from " + table + " where order_no = ?")
                    .param(orderNo)
                    .update();
        }
    }

    private Versioned order(ResultSet row, int index) throws SQLException {
        Order order = new Order(
                row.getString("order_no"),
                BusinessLine.of(row.getString("line")).orElseThrow(),
                row.getString("region"),
                row.getString("applicant"),
                row.getString("created_by"),
                OrderStatus.valueOf(row.getString("status")),
                row.getInt("round"),
                row.getBoolean("writing_started"),
                stored.read(row.getString("fields")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
        return new Versioned(order, row.getInt("version"));
    }
}
