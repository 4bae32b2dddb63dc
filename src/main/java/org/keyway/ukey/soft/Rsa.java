package org.keyway.ukey.soft;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.keyway.ukey.TokenException;

/** RSA-2048, SHA-256, PKCS#1 v1.5 and OAEP (RFC 8017), AES key wrap with padding (RFC 5649). */
final class Rsa implements Arithmetic {

    private static final int BLOCK = 256;

    @Override
    public Pair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new Pair(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key(privateKey));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Pair open(byte[] privateKey, byte[] envelope) {
        try {
            Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
            oaep.init(Cipher.DECRYPT_MODE, key(privateKey), OAEPParameterSpec.DEFAULT);
            byte[] wrapping = oaep.doFinal(envelope, 0, Math.min(BLOCK, envelope.length));
            AESWrapPadEngine aes = new AESWrapPadEngine();
            aes.init(false, new KeyParameter(wrapping));
            byte[] wrapped = Arrays.copyOfRange(envelope, BLOCK, Math.max(BLOCK, envelope.length));
            byte[] inner = aes.unwrap(wrapped, 0, wrapped.length);
            return new Pair(publicKey((RSAPrivateCrtKey) key(inner)), inner);
        } catch (GeneralSecurityException | InvalidCipherTextException | RuntimeException e) {
            throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
        }
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
    }
}
