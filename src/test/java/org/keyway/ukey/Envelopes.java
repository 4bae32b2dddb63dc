package org.keyway.ukey;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.keyway.certificate.Signatures;

/** Encryption keys as a key management centre sends them, and signatures checked, by a second hand. */
public final class Envelopes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelopes() {}

    /** Whether the other half of this SubjectPublicKeyInfo signed the content. */
    public static boolean isSigned(byte[] publicKey, byte[] content, byte[] signature) {
        try {
            return Signatures.verify(
                    Signatures.publicKey(SubjectPublicKeyInfo.getInstance(publicKey)), content, signature);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** CKM_RSA_AES_KEY_WRAP. */
    public static byte[] rsa(byte[] signingKey, byte[] pkcs8) throws Exception {
        byte[] aes = new byte[32];
        RANDOM.nextBytes(aes);
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
        oaep.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(signingKey)),
                OAEPParameterSpec.DEFAULT);
        byte[] head = oaep.doFinal(aes);
        AESWrapPadEngine wrap = new AESWrapPadEngine();
        wrap.init(true, new KeyParameter(aes));
        byte[] tail = wrap.wrap(pkcs8, 0, pkcs8.length);
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    /** SM2EnvelopedKey of GM/T 0009. */
    public static byte[] sm2(byte[] signingKey, byte[] publicPoint, byte[] scalar) throws Exception {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
        sm2.init(true, new ParametersWithRandom(PublicKeyFactory.createKey(signingKey), RANDOM));
        byte[] cipher = sm2.processBlock(key, 0, key.length);
        SM4Engine sm4 = new SM4Engine();
        sm4.init(true, new KeyParameter(key));
        byte[] encrypted = new byte[32];
        sm4.processBlock(scalar, 0, encrypted, 0);
        sm4.processBlock(scalar, 16, encrypted, 16);
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.156.10197.1.104")));
        parts.add(cipher(cipher));
        parts.add(new DERBitString(publicPoint));
        parts.add(new DERBitString(encrypted));
        return new DERSequence(parts).getEncoded("DER");
    }

    private static DERSequence cipher(byte[] c1c3c2) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 1, 33))));
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 33, 65))));
        parts.add(new DEROctetString(Arrays.copyOfRange(c1c3c2, 65, 97)));
        parts.add(new DEROctetString(Arrays.copyOfRange(c1c3c2, 97, c1c3c2.length)));
        return new DERSequence(parts);
    }
}
