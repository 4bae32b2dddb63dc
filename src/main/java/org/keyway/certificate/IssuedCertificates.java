package org.keyway.certificate;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every certificate that was signed; a state that time has overtaken reads as EXPIRED. */
@Repository
class IssuedCertificates {

    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedCertificates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Number, subject and time are what the certificate itself says. */
    void add(CertificateRequest request, IssuedCertificate certificate) {
        X509Certificate made = certificate.x509();
        jdbc.sql("""
                        insert into certificate (serial, request_key, order_no, key_serial, key_use, subject,
                          not_before, not_after, state, der, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        certificate.serial(),
                        request.requestKey(),
                        request.orderNo(),
                        request.keySerial(),
                        request.use().name(),
                        X500Name.getInstance(made.getSubjectX500Principal().getEncoded())
                                .toString(),
                        Rows.time(made.getNotBefore().toInstant()),
                        Rows.time(made.getNotAfter().toInstant()),
                        CertificateState.ISSUED.name(),
                        certificate.der(),
                        Rows.time(clock.instant()))
                .update();
    }

    /** What was issued for this request key. */
    Optional<IssuedCertificate> of(String requestKey) {
        return jdbc.sql("select serial, der from certificate where request_key = ?")
                .param(requestKey)
                .query((row, number) -> new IssuedCertificate(row.getString("serial"), row.getBytes("der")))
                .optional();
    }

    Optional<byte[]> der(String serial) {
        return jdbc.sql("select der from certificate where serial = ?")
                .param(serial)
                .query((row, number) -> row.getBytes("der"))
                .optional();
    }

    Optional<CertificateView> find(String serial) {
        return list("serial", serial).stream().findFirst();
    }

    /** Newest first; {@code column} is one of our own names, never input. */
    List<CertificateView> list(String column, String value) {
        return jdbc.sql("select * from certificate where " + column + " = ? order by created_at desc, key_use desc")
                .param(value)
                .query(this::view)
                .list();
    }

    /** Compare and set: false when somebody else has moved it meanwhile. */
    boolean move(String serial, CertificateState from, CertificateState to) {
        return jdbc.sql("update certificate set state = ? where serial = ? and state = ?")
                        .params(to.name(), serial, from.name())
                        .update()
                == 1;
    }

    private CertificateView view(ResultSet row, int number) throws SQLException {
        CertificateState state = CertificateState.valueOf(row.getString("state"));
        Instant notAfter = Rows.instant(row, "not_after");
        return new CertificateView(
                row.getString("serial"),
                KeyUse.valueOf(row.getString("key_use")),
                row.getString("subject"),
                Rows.instant(row, "not_before"),
                notAfter,
                state.isOpen() && clock.instant().isAfter(notAfter) ? state.expire() : state,
                row.getString("key_serial"),
                row.getString("order_no"),
                Pem.text("CERTIFICATE", row.getBytes("der")));
    }
}
