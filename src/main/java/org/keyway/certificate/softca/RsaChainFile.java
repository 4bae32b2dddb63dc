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

/** The four pairs of the RSA chain in one PKCS#12 file (RFC 7292) under a derived password. */
final class RsaChainFile {

    private final Path file;
    private final char[] password;

    RsaChainFile(Path file, byte[] secret) {
        this.file = file;
        this.password = HexFormat.of().formatHex(secret).toCharArray();
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(CaKeys keys) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            put(store, "root", keys.root());
            put(store, "issuing", keys.issuing());
            put(store, "responder", keys.responder());
            put(store, "seal-maker", keys.sealMaker());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            AtomicFile.write(file, out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("CA keystore cannot be written", e);
        }
    }

    CaKeys read() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new CaKeys(
                    signer(store, "root"),
                    signer(store, "issuing"),
                    signer(store, "responder"),
                    signer(store, "seal-maker"));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("CA keystore unreadable: was keyway.secret changed?", e);
        }
    }

    private void put(KeyStore store, String alias, Signer signer) throws GeneralSecurityException {
        store.setKeyEntry(alias, signer.key(), password, new Certificate[] {signer.certificate()});
    }

    private Signer signer(KeyStore store, String alias) throws GeneralSecurityException {
        return new Signer((PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
    }
}
