package org.keyway.subscriber;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted slow hash of a one-time code: PBKDF2 with HMAC-SHA-256 (RFC 8018). */
record SaltedHash(byte[] salt, byte[] hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ITERATIONS = 120_000;

    static SaltedHash of(String code) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new SaltedHash(salt, stretch(code, salt));
    }

    /** Compares in constant time. */
    boolean matches(String code) {
        return MessageDigest.isEqual(hash, stretch(code, salt));
    }

    private static byte[] stretch(String code, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(code.toCharArray(), salt, ITERATIONS, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
