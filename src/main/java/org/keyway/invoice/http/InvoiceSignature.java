package org.keyway.invoice.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hex HMAC-SHA256 (RFC 2104) over what is signed, timestamp in seconds, nonce and the body's SHA-256, a line each. */
final class InvoiceSignature {

    private InvoiceSignature() {}

    static String of(String secret, String what, String timestamp, String nonce, byte[] body) {
        try {
            HexFormat hex = HexFormat.of();
            String digest = hex.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = String.join("\n", what, timestamp, nonce, digest);
            return hex.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGenuine(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
