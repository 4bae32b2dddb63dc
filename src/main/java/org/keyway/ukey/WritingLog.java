package org.keyway.ukey;

import java.time.Instant;
import java.util.List;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every attempt to write a key of an order, oldest first, as evidence shows it. */
@Repository
public class WritingLog {

    /** One attempt; {@code step} is the last sub-step that is done for certain, at {@code updatedAt}. */
    public record Attempt(
            int keyIndex,
            int round,
            String serial,
            WriteKind kind,
            WriteSource source,
            String step,
            Instant startedAt,
            Instant updatedAt) {}

    private final JdbcClient jdbc;

    WritingLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The attempts of an order. */
    public List<Attempt> of(String orderNo) {
        return jdbc.sql("select * from key_writing_job where order_no = ? order by started_at, key_index, round")
                .param(orderNo)
                .query((row, number) -> new Attempt(
                        row.getInt("key_index"),
                        row.getInt("round"),
                        row.getString("serial"),
                        WriteKind.valueOf(row.getString("kind")),
                        WriteSource.valueOf(row.getString("source")),
                        row.getString("step"),
                        Rows.instant(row, "started_at"),
                        Rows.instant(row, "updated_at")))
                .list();
    }
}
