package org.keyway.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.shared.KeywayClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers every list, search, count and export of portal and desk from {@code case_view}, never from the engine. */
@Service
public class CaseList {

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public CasePage list(CaseQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        long total = jdbc.sql("select count(*) from case_view" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        int size = Math.min(Math.max(query.size(), 1), 200);
        int page = Math.max(query.page(), 0);
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<CaseRow> rows = jdbc.sql("select * from case_view" + where
                        + " order by created_at desc, order_no desc limit :limit offset :offset")
                .params(parameters)
                .query(CaseList::read)
                .list();
        return new CasePage(rows, total, page, size);
    }

    /** The row of one order. */
    public Optional<CaseRow> find(String orderNo) {
        return jdbc.sql("select * from case_view where order_no = ?")
                .param(orderNo)
                .query(CaseList::read)
                .optional();
    }

    /** Other orders of the same organisation and line that were submitted and have not ended, newest first. */
    public List<String> othersUnderWay(Order order) {
        List<String> asleep = Arrays.stream(OrderStatus.values())
                .filter(status -> status.isEnd() || status == OrderStatus.DRAFT)
                .map(Enum::name)
                .toList();
        return jdbc.sql("""
                select order_no from case_view where uscc = :uscc and line = :line and order_no <> :no
                    and status not in (:asleep)
                order by created_at desc""")
                .param("uscc", order.fields().text("uscc").orElse(""))
                .param("line", order.line().slug())
                .param("no", order.orderNo())
                .param("asleep", asleep)
                .query(String.class)
                .list();
    }

    /** Steps of staff whose time is up, the longest overdue first. */
    public List<CaseRow> overdue(Instant now, int most) {
        return jdbc.sql("""
                select * from case_view where waiting_group <> 'applicant' and waiting_due < :now
                order by waiting_due limit :most""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(CaseList::read)
                .list();
    }

    /** How many orders there are by status; of one account, or of all when {@code applicant} is null. */
    public Map<OrderStatus, Long> counts(String applicant) {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        jdbc.sql(
                        "select status, count(*) as n from case_view where (cast(:who as varchar) is null or applicant = :who) group by status")
                .param("who", applicant)
                .query((row, index) -> counts.put(OrderStatus.valueOf(row.getString("status")), row.getLong("n")))
                .list();
        return counts;
    }

    private static String where(CaseQuery query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (query.applicant() != null) {
            conditions.add("applicant = :applicant");
            parameters.put("applicant", query.applicant());
        }
        if (query.statuses() != null && !query.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            parameters.put("statuses", query.statuses().stream().map(Enum::name).toList());
        }
        if (query.line() != null) {
            conditions.add("line = :line");
            parameters.put("line", query.line().slug());
        }
        if (query.text() != null && !query.text().isBlank()) {
            conditions.add("(order_no like :text escape '!' or subject_name like :text escape '!'"
                    + " or handler_name like :text escape '!')");
            parameters.put("text", "%" + query.text().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        between(query, conditions, parameters);
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void between(CaseQuery query, List<String> conditions, Map<String, Object> parameters) {
        if (query.from() != null) {
            conditions.add("created_at >= :from");
            parameters.put("from", startOf(query.from()));
        }
        if (query.to() != null) {
            conditions.add("created_at < :to");
            parameters.put("to", startOf(query.to().plusDays(1)));
        }
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(KeywayClock.ZONE).toInstant());
    }

    private static CaseRow read(ResultSet row, int index) throws SQLException {
        return new CaseRow(
                row.getString("order_no"),
                row.getString("line"),
                row.getString("region"),
                row.getString("applicant"),
                row.getString("subject_name"),
                row.getString("handler_name"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("waiting_group"),
                row.getString("waiting_step"),
                instant(row, "waiting_since"),
                instant(row, "waiting_due"),
                row.getObject("fee_cents") == null ? null : row.getLong("fee_cents"),
                row.getString("waybill_no"),
                row.getString("defect_text"),
                row.getString("redirect_line"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
