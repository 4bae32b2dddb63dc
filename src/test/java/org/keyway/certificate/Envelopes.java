package org.keyway.certificate;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.bouncycastle.util.BigIntegers;

/** The token's side of an enveloped encryption key, written from the standards once more. */
final class Envelopes {

    private Envelopes() {}

    static KeyPair open(KeyManagementCentre.Delivery delivery, KeyPair recipient) {
        try {
            return recipient.getPrivate().getAlgorithm().equals("RSA")
                    ? rsa(delivery, recipient.getPrivate())
                    : sm2(delivery, recipient.getPrivate());
        } catch (Exception e) {
            // checked exceptions of JCA fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    static boolean belongTogether(KeyPair pair) {
        try {
            boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SM3withSM2", Signatures.provider());
            signature.initSign(pair.getPrivate());
            signature.update(new byte[] {1, 2, 3});
            return Signatures.verify(pair.getPublic(), new byte[] {1, 2, 3}, signature.sign());
        } catch (Exception e) {
            // checked exceptions of JCA fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa(KeyManagementCentre.Delivery delivery, PrivateKey key) throws Exception {
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        oaep.init(Cipher.DECRYPT_MODE, key);
        byte[] aes = oaep.doFinal(delivery.envelope(), 0, 256);
        RFC5649WrapEngine wrap = new RFC5649WrapEngine(AESEngine.newInstance());
        wrap.init(false, new KeyParameter(aes));
        byte[] pkcs8 = wrap.unwrap(delivery.envelope(), 256, delivery.envelope().length - 256);
        return pair("RSA", delivery.publicKey(), new PKCS8EncodedKeySpec(pkcs8));
    }

    private static KeyPair sm2(KeyManagementCentre.Delivery delivery, PrivateKey key) throws Exception {
        ASN1Sequence parts = ASN1Sequence.getInstance(delivery.envelope());
        ASN1Sequence cipher = ASN1Sequence.getInstance(parts.getObjectAt(1));
        byte[] bytes = new byte[] {4};
        bytes = join(bytes, number(cipher, 0));
        bytes = join(bytes, number(cipher, 1));
        bytes = join(bytes, ASN1OctetString.getInstance(cipher.getObjectAt(2)).getOctets());
        bytes = join(bytes, ASN1OctetString.getInstance(cipher.getObjectAt(3)).getOctets());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, PrivateKeyFactory.createKey(key.getEncoded()));
        byte[] sm4 = engine.processBlock(bytes, 0, bytes.length);
        byte[] locked = ASN1BitString.getInstance(parts.getObjectAt(3)).getOctets();
        SM4Engine block = new SM4Engine();
        block.init(false, new KeyParameter(sm4));
        byte[] scalar = new byte[32];
        block.processBlock(locked, 0, scalar, 0);
        block.processBlock(locked, 16, scalar, 16);
        var curve = GMNamedCurves.getByName("sm2p256v1");
        var spec = new ECNamedCurveSpec("sm2p256v1", curve.getCurve(), curve.getG(), curve.getN());
        return pair(
                "EC", delivery.publicKey(), new java.security.spec.ECPrivateKeySpec(new BigInteger(1, scalar), spec));
    }

    private static KeyPair pair(String algorithm, byte[] publicKey, java.security.spec.KeySpec secret)
            throws Exception {
        KeyFactory factory = KeyFactory.getInstance(algorithm, Signatures.provider());
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(publicKey));
        return new KeyPair(open, factory.generatePrivate(secret));
    }

    private static byte[] number(ASN1Sequence parts, int at) {
        return BigIntegers.asUnsignedByteArray(
                32, ASN1Integer.getInstance(parts.getObjectAt(at)).getPositiveValue());
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
