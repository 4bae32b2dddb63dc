package org.keyway.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells whose certificate signed a document: this house's sealing key, one of its holders, or somebody else. */
@Service
public final class Signatories {

    private final DocumentSealer sealer;
    private final CertificateAuthority authority;
    private final IssuedCertificates issued;

    Signatories(DocumentSealer sealer, CertificateAuthority authority, IssuedCertificates issued) {
        this.sealer = sealer;
        this.authority = authority;
        this.issued = issued;
    }

    /** Whether the certificate is the one that seals this house's documents. */
    public boolean isHouse(X509Certificate certificate) {
        return sealer.chain().get(0).equals(certificate);
    }

    /** The register's view of a certificate by its number in hexadecimal; empty when none was issued under it. */
    public Optional<CertificateView> find(String serial) {
        return issued.find(serial);
    }

    /** The register's view of a holder's certificate; empty for one that was not issued here to sign with. */
    public Optional<CertificateView> holder(X509Certificate certificate) {
        return isIssued(certificate)
                ? issued.find(serial(certificate.getSerialNumber())).filter(view -> view.use() == KeyUse.SIGN)
                : Optional.empty();
    }

    private boolean isIssued(X509Certificate certificate) {
        KeyAlgorithm algorithm =
                Signatures.algorithmOf(certificate.getPublicKey()).orElse(KeyAlgorithm.RSA_2048);
        return certificate.getBasicConstraints() < 0
                && (isIssued(certificate, authority, algorithm)
                        || isIssued(certificate, authority.publisher(), algorithm));
    }

    private static boolean isIssued(X509Certificate certificate, CertificateAuthority by, KeyAlgorithm algorithm) {
        try {
            certificate.verify(by.chain(algorithm).get(0).getPublicKey(), Signatures.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static String serial(BigInteger number) {
        return number.toString(16);
    }
}
