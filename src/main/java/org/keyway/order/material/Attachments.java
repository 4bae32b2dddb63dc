package org.keyway.order.material;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code attachment}; a removed paper keeps its row. */
@Repository
class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Attachment attachment) {
        jdbc.sql("""
                insert into attachment (id, order_no, type, file_name, media_type, size, sha256, pages, round,
                  uploaded_by, uploaded_at, reused_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        attachment.id(),
                        attachment.orderNo(),
                        attachment.type(),
                        attachment.fileName(),
                        attachment.mediaType(),
                        attachment.size(),
                        attachment.sha256(),
                        attachment.pages(),
                        attachment.round(),
                        attachment.uploadedBy(),
                        time(attachment.uploadedAt()),
                        attachment.reusedFrom())
                .update();
    }

    List<Attachment> of(String orderNo) {
        return jdbc.sql("""
                        select * from attachment where order_no = :orderNo and removed_at is null
                        order by uploaded_at, id
                        """)
                .param("orderNo", orderNo)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Attachment> find(String orderNo, String id) {
        return jdbc.sql("select * from attachment where order_no = :orderNo and id = :id and removed_at is null")
                .param("orderNo", orderNo)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    boolean remove(String orderNo, String id, Instant at) {
        return jdbc.sql("""
                                update attachment set removed_at = :at
                                where order_no = :orderNo and id = :id and removed_at is null
                                """)
                        .param("at", time(at))
                        .param("orderNo", orderNo)
                        .param("id", id)
                        .update()
                > 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("id"),
                row.getString("order_no"),
                row.getString("type"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getInt("pages"),
                row.getInt("round"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("reused_from"));
    }
}
