package org.keyway.certificate;

/**
 * The key management centre as a port (GM/T 0014): makes the encryption key pair, keeps it for recovery, and delivers
 * it enveloped for the signing key of one token, so that nobody in between can read it.
 */
public interface KeyManagementCentre {

    /**
     * An encryption key pair on its way.
     *
     * @param publicKey SubjectPublicKeyInfo in DER
     * @param envelope for SM2 a SM2EnvelopedKey (GM/T 0009); for RSA what CKM_RSA_AES_KEY_WRAP makes: an AES-256 key
     *     under RSA-OAEP (SHA-1, MGF1), then the PKCS#8 key under it (RFC 5649)
     */
    record Delivery(byte[] publicKey, byte[] envelope) {}

    /**
     * Makes the pair, or finds the one that was made for this request key, and envelopes it anew.
     *
     * @param recipient SubjectPublicKeyInfo in DER of the token's signing key; the pair is of its algorithm
     */
    Delivery deliver(String requestKey, byte[] recipient);
}
