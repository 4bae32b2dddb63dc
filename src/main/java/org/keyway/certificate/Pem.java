package org.keyway.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x509.Certificate;

/** Textual encoding of certificates and revocation lists (RFC 7468). */
final class Pem {

    private Pem() {}

    static String text(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Bouncy Castle reads SM2 keys, which the platform does not. */
    static X509Certificate certificate(byte[] der) {
        try {
            boolean sm2 = Signatures.algorithmOf(Certificate.getInstance(der).getSubjectPublicKeyInfo())
                    .filter(KeyAlgorithm.SM2::equals)
                    .isPresent();
            CertificateFactory factory = sm2
                    ? CertificateFactory.getInstance("X.509", Signatures.provider())
                    : CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
