package org.keyway.shipping.sf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SF's rule: Base64(MD5(URL-encoded(msgData + timestamp + checkWord))), with Java's URL encoding. */
final class SfDigest {

    private SfDigest() {}

    static String of(String data, String timestamp, String checkWord) {
        try {
            String encoded = URLEncoder.encode(data + timestamp + checkWord, StandardCharsets.UTF_8);
            byte[] md5 = MessageDigest.getInstance("MD5").digest(encoded.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(md5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGenuine(String digest, String data, String timestamp, String checkWord) {
        return MessageDigest.isEqual(
                of(data, timestamp, checkWord).getBytes(StandardCharsets.UTF_8),
                digest.getBytes(StandardCharsets.UTF_8));
    }
}
