package org.keyway.notification.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hex HMAC-SHA256 (RFC 2104) over method, path, timestamp, nonce and the body's SHA-256, each on its own line. */
final class SmsSignature {

    private SmsSignature() {}

    static String of(String secret, String path, String timestamp, String nonce, byte[] body) {
        try {
            HexFormat hex = HexFormat.of();
            String digest = hex.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            String text = String.join("\n", "POST", path, timestamp, nonce, digest);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return hex.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
