package org.keyway.ukey;

import org.keyway.certificate.IssuedCertificate;

/** Reads the serial number of a certificate as the register writes it. */
final class Serials {

    private Serials() {}

    static String of(byte[] certificate) {
        return new IssuedCertificate("", certificate).x509().getSerialNumber().toString(16);
    }
}
