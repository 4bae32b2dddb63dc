package org.keyway.certificate.kmc;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** A private key for one RSA key alone, as CKM_RSA_AES_KEY_WRAP (PKCS#11 v2.40) does it: RSA-OAEP, then RFC 5649. */
final class RsaEnvelope {

    private RsaEnvelope() {}

    static byte[] of(byte[] pkcs8, byte[] recipient) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        RFC5649WrapEngine wrap = new RFC5649WrapEngine(AESEngine.newInstance());
        wrap.init(true, new KeyParameter(key));
        ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        try {
            PublicKey to = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(recipient));
            Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            oaep.init(Cipher.ENCRYPT_MODE, to);
            envelope.writeBytes(oaep.doFinal(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        envelope.writeBytes(wrap.wrap(pkcs8, 0, pkcs8.length));
        return envelope.toByteArray();
    }
}
