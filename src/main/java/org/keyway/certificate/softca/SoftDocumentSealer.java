package org.keyway.certificate.softca;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.DocumentSealer;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Secrets;
import org.springframework.stereotype.Component;

/** Seals documents with a key of its own in {@code ca/document-sealer.p12}, certified by the soft CA at first start. */
@Component
class SoftDocumentSealer implements DocumentSealer {

    private static final String NAME = "document-sealer";

    private final Signer signer;
    private final List<X509Certificate> chain;

    SoftDocumentSealer(
            CaKeystore keystore,
            StatusBook book,
            KeywayProperties properties,
            Secrets secrets,
            CertificateProfiles profiles,
            Clock clock) {
        CaKeys keys = keystore.keys(KeyAlgorithm.RSA_2048);
        KeyFile file =
                new KeyFile(properties.dataDir().resolve("ca").resolve(NAME + ".p12"), secrets.derive(NAME, "ca"));
        if (!file.exists()) {
            Addresses addresses = new Addresses(properties.publicUrl(), KeyAlgorithm.RSA_2048);
            file.write(
                    NAME,
                    new OwnCertificates(profiles.names(KeyAlgorithm.RSA_2048), addresses, clock.instant())
                            .documentSealer(keys.issuing()));
        }
        signer = file.read(NAME);
        chain = List.of(
                signer.certificate(), keys.issuing().certificate(), keys.root().certificate());
        String serial = signer.certificate().getSerialNumber().toString(16);
        if (book.find(serial).isEmpty()) {
            book.add(serial, signer.certificate().getNotAfter().toInstant(), KeyAlgorithm.RSA_2048);
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(byte[] content) {
        return signer.sign(content);
    }
}
