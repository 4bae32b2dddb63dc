package org.keyway.ukey;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted slow hash of a PIN or code: PBKDF2 with HMAC-SHA-256 (RFC 8018), 32 bytes. */
public record PinHash(byte[] salt, byte[] hash) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a fresh salt. */
    public static PinHash of(char[] pin, int iterations) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PinHash(salt, stretch(pin, salt, iterations));
    }

    /** Compares in constant time. */
    public boolean matches(char[] pin, int iterations) {
        return MessageDigest.isEqual(hash, stretch(pin, salt, iterations));
    }

    /** The derived key itself. */
    public static byte[] stretch(char[] pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin, salt, iterations, 256);
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
