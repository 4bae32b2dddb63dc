package org.keyway.certificate.softca;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the soft CA has signed and what of it is revoked or on hold. */
@Repository
class StatusBook {

    /** One certificate; {@code reason} (RFC 5280) and {@code revokedAt} are null while it is good. */
    record Status(String serial, Integer reason, Instant revokedAt, KeyAlgorithm chain) {}

    private final JdbcClient jdbc;

    StatusBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String serial, Instant notAfter, KeyAlgorithm chain) {
        jdbc.sql("insert into softca_certificate (serial, not_after, algorithm) values (?, ?, ?)")
                .params(serial, Rows.time(notAfter), chain.name())
                .update();
    }

    /** A revocation is final: only good or held certificates change. */
    void revoke(String serial, RevocationReason reason, Instant at) {
        jdbc.sql(
                        "update softca_certificate set reason = ?, revoked_at = ? where serial = ? and (reason is null or reason = ?)")
                .params(reason.code(), Rows.time(at), serial, RevocationReason.CERTIFICATE_HOLD.code())
                .update();
    }

    void release(String serial) {
        jdbc.sql("update softca_certificate set reason = null, revoked_at = null where serial = ? and reason = ?")
                .params(serial, RevocationReason.CERTIFICATE_HOLD.code())
                .update();
    }

    Optional<Status> find(String serial) {
        return jdbc.sql("select * from softca_certificate where serial = ?")
                .param(serial)
                .query(StatusBook::status)
                .optional();
    }

    /** Revoked or held and not expired before {@code since}. */
    List<Status> revoked(KeyAlgorithm chain, Instant since) {
        return jdbc.sql("select * from softca_certificate where algorithm = ?"
                        + " and revoked_at is not null and not_after > ? order by revoked_at, serial")
                .params(chain.name(), Rows.time(since))
                .query(StatusBook::status)
                .list();
    }

    private static Status status(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Status(
                row.getString("serial"),
                (Integer) row.getObject("reason"),
                Rows.instant(row, "revoked_at"),
                KeyAlgorithm.valueOf(row.getString("algorithm")));
    }
}
