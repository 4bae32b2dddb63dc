package org.keyway.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets at rest: AES-256-GCM (NIST SP 800-38D) under a derived 32-byte key, bound to what they are for. */
public final class Vault {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private Vault() {}

    /** Nonce, then ciphertext and tag. */
    public static byte[] lock(byte[] key, byte[] content, String purpose) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + cipher.length);
            System.arraycopy(cipher, 0, all, NONCE, cipher.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content; fails when the key is another, the purpose is, or a bit has changed. */
    public static byte[] open(byte[] key, byte[] locked, String purpose) {
        try {
            byte[] nonce = Arrays.copyOf(locked, NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(locked, NONCE, locked.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("unreadable: was keyway.secret changed?", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
