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
import java.time.Clock;
import java.util.HexFormat;
import org.keyway.certificate.AtomicFile;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Secrets;
import org.springframework.stereotype.Component;

/**
 * The CA's keys: {@code ca.p12} (PKCS#12, RFC 7292) for RSA and {@code sm2.keys} for SM2, under derived secrets, each
 * made whole at first start.
 */
@Component
class CaKeystore {

    private final CaKeys keys;
    private final CaKeys sm2;

    CaKeystore(KeywayProperties properties, Secrets secrets, CertificateProfiles profiles, Clock clock) {
        Path file = properties.dataDir().resolve("ca").resolve("ca.p12");
        char[] password =
                HexFormat.of().formatHex(secrets.derive("ca-keystore", "ca")).toCharArray();
        try {
            if (Files.notExists(file)) {
                AtomicFile.write(file, bytes(make(KeyAlgorithm.RSA_2048, properties, profiles, clock), password));
            }
            keys = read(file, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("CA keystore unreadable: was keyway.secret changed?", e);
        }
        KeyBundle bundle = new KeyBundle(
                properties.dataDir().resolve("ca").resolve("sm2.keys"), secrets.derive("ca-keystore", "sm2"));
        if (!bundle.exists()) {
            bundle.write(make(KeyAlgorithm.SM2, properties, profiles, clock));
        }
        sm2 = bundle.read();
    }

    CaKeys keys(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? sm2 : keys;
    }

    private static CaKeys make(
            KeyAlgorithm algorithm, KeywayProperties properties, CertificateProfiles profiles, Clock clock) {
        Addresses addresses = new Addresses(properties.publicUrl(), algorithm);
        return new OwnCertificates(profiles.names(algorithm), addresses, clock.instant()).make();
    }

    private static byte[] bytes(CaKeys keys, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        put(store, "root", keys.root(), password);
        put(store, "issuing", keys.issuing(), password);
        put(store, "responder", keys.responder(), password);
        put(store, "seal-maker", keys.sealMaker(), password);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static void put(KeyStore store, String alias, Signer signer, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, signer.key(), password, new Certificate[] {signer.certificate()});
    }

    private static CaKeys read(Path file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return new CaKeys(
                signer(store, "root", password),
                signer(store, "issuing", password),
                signer(store, "responder", password),
                signer(store, "seal-maker", password));
    }

    private static Signer signer(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        return new Signer((PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
    }
}
