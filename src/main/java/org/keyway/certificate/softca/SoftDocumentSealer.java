package org.keyway.certificate.softca;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keyway.certificate.DocumentSealer;
import org.keyway.certificate.KeyAlgorithm;
import org.springframework.stereotype.Component;

/** Seals documents with a key of its own beside those of the soft CA, certified by the soft CA at first start. */
@Component
class SoftDocumentSealer implements DocumentSealer {

    private static final String NAME = "document-sealer";

    private final Signer signer;
    private final List<X509Certificate> chain;

    SoftDocumentSealer(CaKeystore keystore, StatusBook book) {
        CaKeys keys = keystore.keys(KeyAlgorithm.RSA_2048);
        signer = keystore.documentSealer(NAME);
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
