package org.keyway.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.AuditRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The append-only record of who did what: every entry is chained to the one before by SHA-256, so that a changed,
 * removed, inserted or reordered entry shows. Written in the transaction of the act it records.
 */
@Service
public class AuditTrail {

    /** One entry as stored. */
    public record Entry(
            long sequence,
            String at,
            String actor,
            String action,
            String subject,
            String detail,
            String previousHash,
            String hash) {}

    private record Head(long sequence, String hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs just before the commit, so that the chain's head is locked for a moment only and never across a transaction. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    public void append(AuditRecord record) {
        Head head = jdbc.sql("select sequence, hash from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
        long sequence = head.sequence() + 1;
        String at = clock.instant().toString();
        String detail = record.detail() == null ? "" : shorten(record.detail());
        String hash = hash(sequence, at, record, detail, head.hash());
        jdbc.sql("""
                insert into audit_entry (sequence, at, actor, action, subject, detail, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(sequence, at, record.actor(), record.action(), record.subject(), detail, head.hash(), hash)
                .update();
        jdbc.sql("update audit_head set sequence = ?, hash = ? where id = 1")
                .params(sequence, hash)
                .update();
    }

    /** What to look for; null or empty means anything, texts match in part, days are ISO 8601 dates in UTC. */
    public record Search(String subject, String actor, String action, String from, String until, int most) {}

    /** Entries that fit, newest first. */
    public List<Entry> search(Search search) {
        return jdbc.sql("""
                select * from audit_entry where subject like :subject escape '!' and actor like :actor escape '!'
                    and action like :action escape '!' and at >= :from and at < :until
                order by sequence desc limit :most""")
                .param("subject", part(search.subject()))
                .param("actor", part(search.actor()))
                .param("action", part(search.action()))
                .param("from", given(search.from(), "0"))
                .param("until", given(search.until(), "9"))
                .param("most", search.most())
                .query(AuditTrail::read)
                .list();
    }

    /** Entries about one subject, oldest first. */
    public List<Entry> of(String subject) {
        return jdbc.sql("select * from audit_entry where subject = ? order by sequence")
                .param(subject)
                .query(AuditTrail::read)
                .list();
    }

    /** Walks the whole chain; the sequence number of the first entry that does not fit, or empty when all is well. */
    public Optional<Long> firstBroken() {
        String previous = "";
        long expected = 1;
        for (Entry entry : jdbc.sql("select * from audit_entry order by sequence")
                .query(AuditTrail::read)
                .list()) {
            var record = new AuditRecord(entry.actor(), entry.action(), entry.subject(), entry.detail());
            String hash = hash(entry.sequence(), entry.at(), record, entry.detail(), previous);
            if (entry.sequence() != expected
                    || !entry.previousHash().equals(previous)
                    || !entry.hash().equals(hash)) {
                return Optional.of(expected);
            }
            previous = hash;
            expected++;
        }
        Head head = jdbc.sql("select sequence, hash from audit_head where id = 1")
                .query(Head.class)
                .single();
        return head.sequence() == expected - 1 && head.hash().equals(previous)
                ? Optional.empty()
                : Optional.of(expected);
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                row.getString("at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static String part(String text) {
        return "%" + given(text, "").replaceAll("([!%_])", "!$1") + "%";
    }

    private static String given(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static String shorten(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000);
    }

    private static String hash(long sequence, String at, AuditRecord record, String detail, String previous) {
        String line = String.join(
                "\u0000",
                String.valueOf(sequence),
                at,
                record.actor(),
                record.action(),
                record.subject(),
                detail,
                previous);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
