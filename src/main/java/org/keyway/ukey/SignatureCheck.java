package org.keyway.ukey;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.keyway.certificate.KeyAlgorithm;

/** Checks what {@link Token#sign} made: SHA-256 with RSA (RFC 8017), or SM3 with SM2 (GB/T 32918.2, default identity). */
public final class SignatureCheck {

    private static final byte[] IDENTITY = "1234567812345678".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private SignatureCheck() {}

    /** Whether the signature is that of this SubjectPublicKeyInfo; anything unreadable is a no. */
    public static boolean isValid(byte[] publicKey, byte[] content, byte[] signature) {
        try {
            return PublicKeys.algorithm(publicKey) == KeyAlgorithm.SM2
                    ? isSm2(publicKey, content, signature)
                    : isRsa(publicKey, content, signature);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isSm2(byte[] publicKey, byte[] content, byte[] signature) throws IOException {
        SM2Signer check = new SM2Signer();
        check.init(false, new ParametersWithID(PublicKeyFactory.createKey(publicKey), IDENTITY));
        check.update(content, 0, content.length);
        return check.verifySignature(signature);
    }

    private static boolean isRsa(byte[] publicKey, byte[] content, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey)));
        check.update(content);
        return check.verify(signature);
    }
}
