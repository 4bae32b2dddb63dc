package org.keyway.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts a short text at rest (AES-256-GCM, NIST SP 800-38D; a random nonce each time) under a key derived from the
 * deployment secret; what is not sealed is read as it stands.
 */
@Component
public final class SealedText {

    private static final String MARK = "sealed1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    SealedText(Secrets secrets) {
        this.secrets = secrets;
        this.key = new SecretKeySpec(secrets.derive("sealed-text", "aes-256-gcm"), "AES");
    }

    /** The text as it is stored; sealing what is sealed changes nothing. */
    public String seal(String text) {
        if (text.startsWith(MARK)) {
            return text;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all =
                ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The text in clear; an IllegalStateException when it was changed or sealed under another secret. */
    public String open(String stored) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(stored.substring(MARK.length())));
        byte[] nonce = new byte[NONCE];
        all.get(nonce);
        byte[] body = new byte[all.remaining()];
        all.get(body);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, body), StandardCharsets.UTF_8);
    }

    /** A keyed hash that is the same for the same text, to find or compare it without reading it. */
    public String index(String purpose, String text) {
        return HexFormat.of().formatHex(secrets.derive("index:" + purpose, open(text)));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("stored text cannot be sealed or opened with this secret", e);
        }
    }
}
