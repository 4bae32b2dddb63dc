package org.keyway.certificate;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.certificate.SealFinding.Check;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Checks an electronic seal (GB/T 38540, RSA or SM2) of unknown origin and says what holds and what does not. */
@Service
public class SealVerifier {

    private static final Set<SealState> USABLE = Set.of(SealState.CAPTURED, SealState.WRITTEN);

    private final SealMaker maker;
    private final JdbcClient jdbc;
    private final Clock clock;

    SealVerifier(SealMaker maker, JdbcClient jdbc, Clock clock) {
        this.maker = maker;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What holds of a seal.
     *
     * @param seal the seal as read; empty when it is none
     */
    public record Verdict(Optional<SealFile> seal, List<SealFinding> findings) {

        public Verdict {
            findings = List.copyOf(findings);
        }

        /** Whether everything holds. */
        public boolean good() {
            return findings.stream().allMatch(SealFinding::holds);
        }
    }

    /** Every check that does not depend on who used the seal, and when. */
    public Verdict check(byte[] der) {
        return check(der, clock.instant(), null);
    }

    /** Also whether the certificate (null: not asked) was allowed to use the seal at that time. */
    public Verdict check(byte[] der, Instant at, X509Certificate signer) {
        SealFile seal;
        try {
            seal = SealFile.parse(der);
        } catch (IOException e) {
            return new Verdict(Optional.empty(), List.of(new SealFinding(Check.STRUCTURE, false)));
        }
        List<SealFinding> findings = new ArrayList<>();
        findings.add(new SealFinding(Check.STRUCTURE, seal.version() == 4));
        findings.add(new SealFinding(Check.MAKER, isOurs(seal)));
        findings.add(new SealFinding(Check.SIGNATURE, isSigned(seal)));
        findings.add(new SealFinding(Check.PERIOD, !at.isBefore(seal.notBefore()) && !at.isAfter(seal.notAfter())));
        findings.add(new SealFinding(Check.REGISTER, isRegistered(seal.id(), der)));
        if (signer != null) {
            findings.add(new SealFinding(Check.SIGNER, mayUse(signer, seal)));
        }
        return new Verdict(Optional.of(seal), findings);
    }

    /** Exactly the certificate of our maker: any holder's certificate comes from the same CA. */
    private boolean isOurs(SealFile seal) {
        return Signatures.algorithmOf(seal.maker().getPublicKey())
                .map(algorithm -> Arrays.equals(maker.certificate(algorithm), encoded(seal.maker())))
                .orElse(false);
    }

    private static boolean isSigned(SealFile seal) {
        String expected = Signatures.algorithmOf(seal.maker().getPublicKey())
                .map(algorithm ->
                        Signatures.identifier(algorithm).getAlgorithm().getId())
                .orElse("");
        return seal.algorithm().equals(expected)
                && Signatures.verify(seal.maker().getPublicKey(), seal.signed(), seal.signature());
    }

    private boolean isRegistered(String id, byte[] der) {
        return jdbc.sql("select state, der from key_seal where id = ?")
                .param(id)
                .query((row, number) -> Arrays.equals(row.getBytes("der"), der)
                        && USABLE.contains(SealState.valueOf(row.getString("state"))))
                .optional()
                .orElse(false);
    }

    private static boolean mayUse(X509Certificate signer, SealFile seal) {
        byte[] der = encoded(signer);
        return seal.signers().stream().anyMatch(one -> Arrays.equals(one, der));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            return new byte[0];
        }
    }
}
