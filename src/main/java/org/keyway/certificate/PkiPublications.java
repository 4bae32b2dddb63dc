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

    /** {@code ca.crt}: the issuing CA in DER, {@code application/pkix-cert}. */
    public byte[] caCertificate() {
        return der(authority.chain().get(0));
    }

    /** {@code root.crt}: the root in DER, {@code application/pkix-cert}. */
    public byte[] rootCertificate() {
        return der(authority.chain().get(1));
    }

    /** {@code chain.pem}: issuing CA, then root, {@code application/x-pem-file}. */
    public String chainPem() {
        return Pem.text("CERTIFICATE", caCertificate()) + Pem.text("CERTIFICATE", rootCertificate());
    }

    /** {@code ca.crl}: full CRL of the issuing CA in DER, {@code application/pkix-crl}. */
    public byte[] crl() {
        return authority.crlDer();
    }

    /** {@code root.crl}: CRL of the root in DER, {@code application/pkix-crl}. */
    public byte[] rootCrl() {
        return authority.rootCrlDer();
    }

    /** Answers {@code application/ocsp-request} with {@code application/ocsp-response}; never throws on bad input. */
    public byte[] ocsp(byte[] request) {
        return authority.ocsp(request);
    }

    /** The certificate, then its issuers up to the root. */
    public List<X509Certificate> chainOf(X509Certificate certificate) {
        List<X509Certificate> chain = new ArrayList<>(authority.chain());
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
