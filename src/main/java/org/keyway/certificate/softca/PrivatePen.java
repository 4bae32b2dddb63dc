package org.keyway.certificate.softca;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.function.UnaryOperator;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Sm2Signing;

/** Signs with a private key so that the same bytes always get the same signature: PKCS#1 v1.5, or derived SM2. */
final class PrivatePen {

    private final KeyAlgorithm algorithm;
    private final PrivateKey key;
    private final UnaryOperator<byte[]> signing;

    PrivatePen(KeyAlgorithm algorithm, PrivateKey key) {
        this.algorithm = algorithm;
        this.key = key;
        PrivateKey quick = algorithm == KeyAlgorithm.SM2 ? key : FastRsa.fit(key);
        signing = algorithm == KeyAlgorithm.SM2 ? new Sm2Signing(key)::sign : content -> rsa(quick, content);
    }

    /** For a key that never leaves its token. */
    PrivatePen(KeyAlgorithm algorithm, UnaryOperator<byte[]> signing) {
        this.algorithm = algorithm;
        this.key = null;
        this.signing = signing;
    }

    KeyAlgorithm algorithm() {
        return algorithm;
    }

    PrivateKey key() {
        if (key == null) {
            throw new IllegalStateException("this key does not leave its token");
        }
        return key;
    }

    byte[] sign(byte[] content) {
        return signing.apply(content);
    }

    private static byte[] rsa(PrivateKey key, byte[] content) {
        try {
            Signature signature = FastRsa.provider().isPresent() && key.getEncoded() != null
                    ? Signature.getInstance("SHA256withRSA", FastRsa.provider().get())
                    : Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
