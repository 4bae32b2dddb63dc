package org.keyway.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes {@code case_view}, the read model of an order, in the transaction of the change it shows. */
@Repository
class CaseViews {

    /** Group name that stands for the applicant in {@code waiting_group}. */
    static final String APPLICANT = "applicant";

    private final JdbcClient jdbc;

    CaseViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Order order) {
        jdbc.sql("""
                insert into case_view (order_no, line, region, applicant, subject_name, handler_name, uscc, status,
                    waiting_group, waiting_since, created_at, updated_at)
                values (:no, :line, :region, :applicant, :subject, :handler, :uscc, :status, 'applicant', :at, :at, :at)""")
                .param("no", order.orderNo())
                .param("line", order.line().slug())
                .param("region", order.region())
                .param("applicant", order.applicant())
                .param("subject", subject(order))
                .param("handler", order.fields().text("handlerName").orElse(null))
                .param(
                        "uscc",
                        order.fields()
                                .text("uscc")
                                .filter(code -> code.length() <= 18)
                                .orElse(null))
                .param("status", order.status().name())
                .param("at", Timestamp.from(order.createdAt()))
                .update();
    }

    void change(Order order) {
        jdbc.sql("""
                update case_view set subject_name = :subject, handler_name = :handler, uscc = :uscc, status = :status,
                    updated_at = :at
                where order_no = :no""")
                .param("subject", subject(order))
                .param("handler", order.fields().text("handlerName").orElse(null))
                .param(
                        "uscc",
                        order.fields()
                                .text("uscc")
                                .filter(code -> code.length() <= 18)
                                .orElse(null))
                .param("status", order.status().name())
                .param("at", Timestamp.from(order.updatedAt()))
                .param("no", order.orderNo())
                .update();
        if (order.status().isEnd()) {
            waitFor(order.orderNo(), null, null, null, null);
        }
    }

    void waitFor(OpenStep step) {
        waitFor(
                step.orderNo(),
                step.candidateGroup() == null ? APPLICANT : step.candidateGroup(),
                step.name(),
                step.receivedAt(),
                step.due());
    }

    void waitForNext(String orderNo, List<OpenStep> open) {
        if (open.isEmpty()) {
            waitFor(orderNo, null, null, null, null);
        } else {
            waitFor(open.get(0));
        }
    }

    void feeIs(String orderNo, long cents) {
        jdbc.sql("update case_view set fee_cents = ? where order_no = ?")
                .params(cents, orderNo)
                .update();
    }

    void waybillIs(String orderNo, String waybillNo) {
        jdbc.sql("update case_view set waybill_no = ? where order_no = ?")
                .params(waybillNo, orderNo)
                .update();
    }

    void redirectIs(String orderNo, String line) {
        jdbc.sql("update case_view set redirect_line = ? where order_no = ?")
                .params(line, orderNo)
                .update();
    }

    void defectsAre(String orderNo, String text) {
        jdbc.sql("update case_view set defect_text = ? where order_no = ?")
                .params(text, orderNo)
                .update();
    }

    private void waitFor(String orderNo, String group, String step, Instant since, Instant due) {
        jdbc.sql("""
                update case_view set waiting_group = :group, waiting_step = :step, waiting_since = :since, waiting_due = :due
                where order_no = :no""")
                .param("group", group)
                .param("step", step)
                .param("since", since == null ? null : Timestamp.from(since))
                .param("due", due == null ? null : Timestamp.from(due))
                .param("no", orderNo)
                .update();
    }

    private static String subject(Order order) {
        return order.fields()
                .text("organizationName")
                .or(() -> order.fields().text("handlerName"))
                .orElse(null);
    }
}
