package org.keyway.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided on an order, by whom and when, oldest first. */
@Repository
public class ReviewDecisions {

    /** One decision; {@code stage} is the step's element id, {@code opinion} what the applicant reads. */
    public record Entry(int round, String stage, String reviewer, String decision, String opinion, Instant decidedAt) {}

    private final JdbcClient jdbc;

    ReviewDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All decisions of all rounds. */
    public List<Entry> of(String orderNo) {
        return jdbc.sql("select round, stage, reviewer, decision, reason, decided_at from review_decision"
                        + " where order_no = ? order by decided_at, round")
                .param(orderNo)
                .query((row, number) -> new Entry(
                        row.getInt("round"),
                        row.getString("stage"),
                        row.getString("reviewer"),
                        row.getString("decision"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
