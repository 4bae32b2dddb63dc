package org.keyway.certificate.softca;

import java.security.cert.CertificateEncodingException;
import org.keyway.certificate.SealMaker;
import org.springframework.stereotype.Component;

/** Signs seals with the seal maker's key of the soft CA: sha256WithRSAEncryption (RFC 8017). */
@Component
class SoftSealMaker implements SealMaker {

    private final Signer signer;

    SoftSealMaker(CaKeystore keystore) {
        signer = keystore.keys().sealMaker();
    }

    @Override
    public byte[] certificate() {
        try {
            return signer.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String algorithm() {
        return Signer.ALGORITHM.getAlgorithm().getId();
    }

    @Override
    public byte[] sign(byte[] content) {
        return signer.sign(content);
    }
}
