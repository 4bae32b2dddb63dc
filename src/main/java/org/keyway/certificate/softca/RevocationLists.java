package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.Rows;
import org.keyway.shared.OwnTransaction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The full CRL of each CA (RFC 5280, section 5), kept as made: numbered, good for seven days, made again one day before
 * it ends and by the first reader after a change, so that many changes make one list. The row lock makes readers and
 * changes wait for each other, so no list forgets an entry.
 */
@Repository
class RevocationLists {

    private static final Duration VALIDITY = Duration.ofDays(7);
    private static final Duration MARGIN = Duration.ofDays(1);

    private record Row(long number, Instant thisUpdate, Instant nextUpdate, byte[] der, boolean stale) {}

    private final JdbcClient jdbc;
    private final StatusBook book;
    private final OwnTransaction own;
    private final Clock clock;

    RevocationLists(JdbcClient jdbc, StatusBook book, OwnTransaction own, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.own = own;
        this.clock = clock;
    }

    /** The current list; a list that ends within a day, or lies ahead of a clock that was set back, is made again. */
    byte[] current(String issuer, Signer signer) {
        Row row = read(issuer, "").orElse(null);
        if (row != null && isFresh(row)) {
            return row.der();
        }
        open(issuer, signer);
        try {
            return own.commit(() -> {
                Row locked = read(issuer, " for update").orElseThrow();
                return isFresh(locked) ? locked.der() : make(issuer, signer, locked);
            });
        } catch (AuthorityFailure away) {
            return former(row).orElseThrow(() -> away);
        }
    }

    /** While the CA's key is out of reach the former list is the newest there is, as long as it is valid. */
    private Optional<byte[]> former(Row row) {
        return Optional.ofNullable(row)
                .filter(known -> known.der() != null && clock.instant().isBefore(known.nextUpdate()))
                .map(Row::der);
    }

    /** Changes the books, in the transaction around it; whoever reads the list next gets a new one. */
    void change(String issuer, Signer signer, Runnable change) {
        open(issuer, signer);
        jdbc.sql("update softca_crl set stale = ? where issuer = ?")
                .params(true, issuer)
                .update();
        change.run();
    }

    private boolean isFresh(Row row) {
        Instant now = clock.instant();
        return row.der() != null
                && !row.stale()
                && now.isBefore(row.nextUpdate().minus(MARGIN))
                && !row.thisUpdate().isAfter(now);
    }

    private Optional<Row> read(String issuer, String suffix) {
        return jdbc.sql("select * from softca_crl where issuer = ?" + suffix)
                .param(issuer)
                .query((row, n) -> new Row(
                        row.getLong("crl_number"),
                        Rows.instant(row, "this_update"),
                        Rows.instant(row, "next_update"),
                        row.getBytes("der"),
                        row.getBoolean("stale")))
                .optional();
    }

    /** The first row, tied to this CA's certificate: another keystore on the same database is a fault. */
    private void open(String issuer, Signer signer) {
        String mine = Fingerprint.of(signer.certificate());
        Optional<String> known = jdbc.sql("select ca_sha256 from softca_crl where issuer = ?")
                .param(issuer)
                .query(String.class)
                .optional();
        if (known.isPresent() && !known.get().equals(mine)) {
            throw new IllegalStateException("CA keystore does not belong to this database: restore data-dir/ca");
        }
        if (known.isEmpty()) {
            try {
                own.commit(() -> jdbc.sql(
                                "insert into softca_crl (issuer, ca_sha256, crl_number, this_update, next_update)"
                                        + " values (?, ?, 0, ?, ?)")
                        .params(issuer, mine, Rows.time(clock.instant()), Rows.time(clock.instant()))
                        .update());
            } catch (DuplicateKeyException twin) {
                return;
            }
        }
    }

    private byte[] make(String issuer, Signer signer, Row last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<StatusBook.Status> entries =
                issuer.endsWith("root") ? List.of() : book.revoked(signer.algorithm(), now.minus(VALIDITY));
        byte[] der = sign(signer, entries, last.number() + 1, now);
        jdbc.sql("update softca_crl set crl_number = ?, this_update = ?, next_update = ?, der = ?, stale = ?"
                        + " where issuer = ?")
                .params(last.number() + 1, Rows.time(now), Rows.time(now.plus(VALIDITY)), der, false, issuer)
                .update();
        return der;
    }

    private static byte[] sign(Signer signer, List<StatusBook.Status> entries, long number, Instant now) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(signer.name(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(VALIDITY)));
            entries.forEach(entry ->
                    list.addCRLEntry(new BigInteger(entry.serial(), 16), Date.from(entry.revokedAt()), entry.reason()));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(signer.certificate().getPublicKey()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            return list.build(signer.contentSigner()).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
