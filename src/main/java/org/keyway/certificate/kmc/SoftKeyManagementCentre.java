package org.keyway.certificate.kmc;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyManagementCentre;
import org.keyway.certificate.Rows;
import org.keyway.certificate.Signatures;
import org.keyway.certificate.Sm2Pairs;
import org.keyway.certificate.Vault;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Secrets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes encryption keys in software; what it keeps for recovery is locked under the deployment secret, row by row. */
@Service
class SoftKeyManagementCentre implements KeyManagementCentre {

    private record Kept(KeyAlgorithm algorithm, byte[] publicKey, byte[] escrow) {}

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Secrets secrets;
    private final Clock clock;

    SoftKeyManagementCentre(JdbcClient jdbc, OwnTransaction own, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.own = own;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Delivery deliver(String requestKey, byte[] recipient) {
        KeyAlgorithm algorithm = Signatures.algorithmOf(SubjectPublicKeyInfo.getInstance(recipient))
                .orElseThrow(() -> new IllegalArgumentException("recipient of an unknown algorithm"));
        Kept kept = find(requestKey).orElseGet(() -> keep(requestKey, algorithm));
        if (kept.algorithm() != algorithm) {
            throw new IllegalArgumentException("the key was made for another algorithm");
        }
        byte[] pkcs8 = Vault.open(secret(), kept.escrow(), purpose(requestKey));
        byte[] envelope = algorithm == KeyAlgorithm.SM2
                ? Sm2Envelope.of(pkcs8, kept.publicKey(), recipient)
                : RsaEnvelope.of(pkcs8, recipient);
        return new Delivery(kept.publicKey(), envelope);
    }

    private Kept keep(String requestKey, KeyAlgorithm algorithm) {
        KeyPair pair = algorithm == KeyAlgorithm.SM2 ? Sm2Pairs.make() : rsa();
        byte[] escrow = Vault.lock(secret(), pair.getPrivate().getEncoded(), purpose(requestKey));
        byte[] publicKey = pair.getPublic().getEncoded();
        try {
            own.commit(() -> jdbc.sql("""
                            insert into kmc_key (request_key, algorithm, public_key, escrow, created_at)
                              values (?, ?, ?, ?, ?)""")
                    .params(requestKey, algorithm.name(), publicKey, escrow, Rows.time(clock.instant()))
                    .update());
        } catch (DuplicateKeyException twin) {
            return find(requestKey).orElseThrow(() -> twin);
        }
        return new Kept(algorithm, publicKey, escrow);
    }

    private Optional<Kept> find(String requestKey) {
        return jdbc.sql("select algorithm, public_key, escrow from kmc_key where request_key = ?")
                .param(requestKey)
                .query((row, number) -> new Kept(
                        KeyAlgorithm.valueOf(row.getString("algorithm")),
                        row.getBytes("public_key"),
                        row.getBytes("escrow")))
                .optional();
    }

    private byte[] secret() {
        return secrets.derive("kmc-escrow", "kmc");
    }

    private static String purpose(String requestKey) {
        return "escrow/" + requestKey;
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
