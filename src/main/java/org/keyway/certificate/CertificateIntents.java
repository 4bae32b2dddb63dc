package org.keyway.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the CA is about to sign, or has signed, by request key. */
@Repository
class CertificateIntents {

    private final JdbcClient jdbc;
    private final Clock clock;

    CertificateIntents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<PreparedCertificate> find(String requestKey) {
        return jdbc.sql("select * from certificate_intent where request_key = ?")
                .param(requestKey)
                .query((row, number) -> new PreparedCertificate(
                        row.getString("serial"),
                        row.getString("subject"),
                        Rows.instant(row, "not_before"),
                        Rows.instant(row, "not_after"),
                        row.getString("public_key_sha256"),
                        row.getBytes("tbs")))
                .optional();
    }

    PreparedCertificate add(CertificateRequest request, PreparedCertificate prepared) {
        jdbc.sql("""
                        insert into certificate_intent (request_key, serial, order_no, tbs_sha256, public_key_sha256,
                          subject, not_before, not_after, tbs, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        request.requestKey(),
                        prepared.serial(),
                        request.orderNo(),
                        sha256(prepared.tbs()),
                        prepared.publicKeySha256(),
                        prepared.subject(),
                        Rows.time(prepared.notBefore()),
                        Rows.time(prepared.notAfter()),
                        prepared.tbs(),
                        Rows.time(clock.instant()))
                .update();
        return prepared;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
