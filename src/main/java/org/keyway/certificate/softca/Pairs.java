package org.keyway.certificate.softca;

import java.security.PublicKey;

/** Makes key pairs of the CA where they are to live. */
interface Pairs {

    /** A pair that has no certificate yet. */
    record Fresh(PublicKey publicKey, PrivatePen pen) {}

    /** {@code bits} is for RSA alone. */
    Fresh make(String name, int bits);
}
