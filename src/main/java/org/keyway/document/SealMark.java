package org.keyway.document;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A signature found in a file.
 *
 * @param signer certificate that the signature names; null when the signature itself is damaged
 * @param intact whether it is genuine and covers every other byte of the file
 * @param at when the file says it was signed; null when it does not say
 * @param seal the electronic seal (SESeal in DER) that was signed along; empty without one or when not intact
 */
public record SealMark(X509Certificate signer, boolean intact, Instant at, byte[] seal) {

    /** A signature that cannot be read. */
    static SealMark damaged() {
        return new SealMark(null, false, null, new byte[0]);
    }
}
