package org.keyway.certificate;

import java.security.cert.X509Certificate;

/** A signed end-entity certificate; {@code serial} is lower-case hexadecimal. */
public record IssuedCertificate(String serial, byte[] der) {

    /** The certificate as the JDK knows it. */
    public X509Certificate x509() {
        return Pem.certificate(der);
    }
}
