package org.keyway.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the CA publishes under {@code /pki}: its certificates, revocation lists and certificate status (OCSP). */
@Service
public final class PkiPublications {

    private final CertificateAuthority authority;

    PkiPublications(CertificateAuthority authority) {
        this.authority = authority;
    }

    /** {@code issuing.crt}: the issuing CA in DER, {@code application/pkix-cert}. */
    public byte[] caCertificate(KeyAlgorithm chain) {
        return der(authority.publisher().chain(chain).get(0));
    }

    /** {@code root.crt}: the root in DER, {@code application/pkix-cert}. */
    public byte[] rootCertificate(KeyAlgorithm chain) {
        return der(authority
                .publisher()
                .chain(chain)
                .get(authority.publisher().chain(chain).size() - 1));
    }

    /** {@code ca.crt}: issuing CA, then root, {@code application/x-pem-file}. */
    public String chainPem(KeyAlgorithm chain) {
        return Pem.text("CERTIFICATE", caCertificate(chain)) + Pem.text("CERTIFICATE", rootCertificate(chain));
    }

    /** {@code ca.crl}: full CRL of the issuing CA in DER, {@code application/pkix-crl}. */
    public byte[] crl(KeyAlgorithm chain) {
        return authority.publisher().crlDer(chain);
    }

    /** {@code root.crl}: CRL of the root in DER, {@code application/pkix-crl}. */
    public byte[] rootCrl(KeyAlgorithm chain) {
        return authority.publisher().rootCrlDer(chain);
    }

    /** Answers {@code application/ocsp-request} with {@code application/ocsp-response}; never throws on bad input. */
    public byte[] ocsp(KeyAlgorithm chain, byte[] request) {
        return authority.publisher().ocsp(chain, request);
    }

    /** The certificate, then its issuers up to the root. */
    public List<X509Certificate> chainOf(X509Certificate certificate) {
        KeyAlgorithm algorithm =
                Signatures.algorithmOf(certificate.getPublicKey()).orElseThrow();
        List<X509Certificate> now = authority.chain(algorithm);
        boolean current = now.get(0).getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        List<X509Certificate> chain =
                new ArrayList<>(current ? now : authority.publisher().chain(algorithm));
        chain.add(0, certificate);
        return List.copyOf(chain);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
