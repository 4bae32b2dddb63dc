package org.keyway.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Derives short-lived codes and signing keys from one deployment secret (HMAC-SHA-256, RFC 2104), so that a code or
 * PIN can be sent again after a crash although only its salted hash is stored.
 */
@Component
public final class Secrets {

    private final SecretKeySpec key;

    Secrets(KeywayProperties properties) {
        String hex = properties.secret().isBlank() ? madeAtFirstStart(properties.dataDir()) : properties.secret();
        key = new SecretKeySpec(hex.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 32 bytes bound to purpose and value. */
    public byte[] derive(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((purpose + '\0' + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A decimal code of {@code digits} (1 to 9) digits, leading zeros kept. */
    public String digits(String purpose, String value, int digits) {
        byte[] mac = derive(purpose, value);
        long number = Math.abs(java.nio.ByteBuffer.wrap(mac).getLong() & Long.MAX_VALUE);
        long bound = (long) Math.pow(10, digits);
        return String.format("%0" + digits + "d", number % bound);
    }

    private static String madeAtFirstStart(Path folder) {
        Path file = folder.resolve("secret.key");
        try {
            if (Files.notExists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(folder);
                Files.writeString(file, HexFormat.of().formatHex(random));
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
