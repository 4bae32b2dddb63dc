package org.keyway.certificate.softca;

import java.security.cert.CertificateEncodingException;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.SealMaker;
import org.springframework.stereotype.Component;

/** Signs seals with the seal maker's keys of the soft CA. */
@Component
class SoftSealMaker implements SealMaker {

    private final CaKeystore keystore;

    SoftSealMaker(CaKeystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public byte[] certificate(KeyAlgorithm algorithm) {
        try {
            return keystore.keys(algorithm).sealMaker().certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sign(KeyAlgorithm algorithm, byte[] content) {
        return keystore.keys(algorithm).sealMaker().sign(content);
    }
}
