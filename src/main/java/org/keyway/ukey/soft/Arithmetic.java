package org.keyway.ukey.soft;

import org.keyway.certificate.KeyAlgorithm;

/** What a soft token must be able to do with one kind of key. */
interface Arithmetic {

    static Arithmetic of(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? new Sm2() : new Rsa();
    }

    Pair generate();

    /** As {@link org.keyway.ukey.Token#sign} says. */
    byte[] sign(byte[] privateKey, byte[] content);

    /** As {@link org.keyway.ukey.Token#importEncryptionKey} says; {@code ENVELOPE_INVALID} when it does not open. */
    Pair open(byte[] privateKey, byte[] envelope);
}
