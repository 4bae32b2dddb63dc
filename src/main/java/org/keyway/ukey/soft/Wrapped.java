package org.keyway.ukey.soft;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyway.ukey.PinHash;

/** The master key under a PIN: AES-256-GCM (NIST SP 800-38D) with a key stretched from the PIN. */
record Wrapped(byte[] salt, int iterations, byte[] sealed) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    static Wrapped of(byte[] masterKey, char[] pin, int iterations, String serial) {
        byte[] salt = random(16);
        return new Wrapped(salt, iterations, seal(PinHash.stretch(pin, salt, iterations), masterKey, serial));
    }

    /** Empty when the PIN is wrong. */
    Optional<byte[]> open(char[] pin, String serial) {
        return open(PinHash.stretch(pin, salt, iterations), sealed, serial);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Nonce, then ciphertext and tag; {@code bound} is authenticated with it. */
    static byte[] seal(byte[] key, byte[] content, String bound) {
        byte[] nonce = random(NONCE);
        try {
            byte[] cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + cipher.length);
            System.arraycopy(cipher, 0, all, NONCE, cipher.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<byte[]> open(byte[] key, byte[] sealed, String bound) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), bound);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
