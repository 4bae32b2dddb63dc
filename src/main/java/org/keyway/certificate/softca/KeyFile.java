package org.keyway.certificate.softca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.keyway.certificate.AtomicFile;

/** A single key with its certificate in a PKCS#12 file (RFC 7292) under a derived password. */
final class KeyFile {

    private final Path file;
    private final char[] password;

    KeyFile(Path file, byte[] secret) {
        this.file = file;
        this.password = HexFormat.of().formatHex(secret).toCharArray();
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(String alias, Signer signer) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, signer.key(), password, new Certificate[] {signer.certificate()});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            AtomicFile.write(file, out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("key file cannot be written", e);
        }
    }

    Signer read(String alias) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new Signer(
                    (PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("key file unreadable: was keyway.secret changed?", e);
        }
    }
}
