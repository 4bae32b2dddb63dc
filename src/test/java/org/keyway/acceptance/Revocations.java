package org.keyway.acceptance;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Set;
import java.util.TreeSet;

/** What the public list of revoked certificates says. */
final class Revocations {

    private Revocations() {}

    /** Serial numbers in hexadecimal, upper case, as the API writes them. */
    static Set<String> of(Keyway keyway) {
        byte[] der = keyway.anonymous().get("/pki/ca.crl").expect(200).bytes();
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            Set<String> serials = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            if (list.getRevokedCertificates() != null) {
                list.getRevokedCertificates()
                        .forEach(entry -> serials.add(entry.getSerialNumber().toString(16)));
            }
            return serials;
        } catch (CertificateException | CRLException e) {
            throw new AssertionError("/pki/ca.crl cannot be read", e);
        }
    }
}
