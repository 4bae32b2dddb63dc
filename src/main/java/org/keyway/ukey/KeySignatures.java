package org.keyway.ukey;

import org.keyway.certificate.Certificates;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Signatures;
import org.springframework.stereotype.Component;

/** Whether a key signed something: the proof that it is there and that its holder's PIN opened it. */
@Component
class KeySignatures {

    private final Certificates certificates;

    KeySignatures(Certificates certificates) {
        this.certificates = certificates;
    }

    /** By a certificate on this key that is neither revoked nor superseded; on hold is good enough. */
    boolean isBy(String serial, byte[] content, byte[] signature) {
        return signature != null
                && certificates.ofKey(serial).stream()
                        .filter(each ->
                                each.use() == KeyUse.SIGN && each.state().isOpen())
                        .flatMap(each -> certificates.der(each.serial()).stream())
                        .map(der -> new IssuedCertificate("", der).x509().getPublicKey())
                        .anyMatch(signer -> Signatures.verify(signer, content, signature));
    }
}
