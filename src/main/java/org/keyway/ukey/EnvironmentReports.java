package org.keyway.ukey;

import java.time.Clock;
import java.util.List;
import org.keyway.certificate.Rows;
import org.keyway.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the key agent found on an applicant's PC, attached to an order for technical support. */
@Service
public class EnvironmentReports {

    private static final int LONGEST = 4000;
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    EnvironmentReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the report with the order; at most twenty each. */
    @Transactional
    public void attach(String orderNo, String account, String text) {
        String report = text == null ? "" : readable(text);
        if (report.isEmpty() || report.length() > LONGEST) {
            throw Problem.invalid("report", "ukey.report.text");
        }
        int number = count(orderNo) + 1;
        if (number > MOST) {
            throw Problem.conflict("ukey.report.many", MOST);
        }
        jdbc.sql(
                        "insert into environment_report (order_no, report_no, account, taken_at, report) values (?, ?, ?, ?, ?)")
                .params(orderNo, number, account, Rows.time(clock.instant()), report)
                .update();
    }

    /** Newest first. */
    public List<EnvironmentReport> of(String orderNo) {
        return jdbc.sql("select taken_at, report from environment_report where order_no = ? order by report_no desc")
                .param(orderNo)
                .query((row, number) -> new EnvironmentReport(Rows.instant(row, "taken_at"), row.getString("report")))
                .list();
    }

    private static String readable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
    }

    private int count(String orderNo) {
        return jdbc.sql("select count(*) from environment_report where order_no = ?")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }
}
