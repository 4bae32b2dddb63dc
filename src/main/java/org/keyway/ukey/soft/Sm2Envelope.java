package org.keyway.ukey.soft;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.keyway.ukey.TokenException;

/**
 * SM2EnvelopedKey (GM/T 0009): a SM4 key under SM2, and the private key under SM4-ECB, alone or after 32 zero bytes as
 * the ENVELOPEDKEYBLOB of GM/T 0016 has it.
 */
record Sm2Envelope(byte[] cipher, byte[] publicPoint, byte[] encryptedKey) {

    private static final ASN1ObjectIdentifier SM4 = new ASN1ObjectIdentifier("1.2.156.10197.1.104");
    private static final ASN1ObjectIdentifier SM4_ECB = SM4.branch("1");
    private static final int SCALAR = 32;

    static Sm2Envelope parse(byte[] der) {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        ASN1ObjectIdentifier algorithm =
                AlgorithmIdentifier.getInstance(parts.getObjectAt(0)).getAlgorithm();
        if (!algorithm.equals(SM4) && !algorithm.equals(SM4_ECB)) {
            throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
        }
        return new Sm2Envelope(
                cipher(ASN1Sequence.getInstance(parts.getObjectAt(1))),
                ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets(),
                ASN1BitString.getInstance(parts.getObjectAt(3)).getOctets());
    }

    /** SM2Cipher as C1 C3 C2. */
    private static byte[] cipher(ASN1Sequence parts) {
        byte[] x = coordinate(parts, 0);
        byte[] y = coordinate(parts, 1);
        byte[] hash = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
        byte[] text = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
        return Arrays.concatenate(Arrays.prepend(Arrays.concatenate(x, y), (byte) 4), hash, text);
    }

    private static byte[] coordinate(ASN1Sequence parts, int at) {
        return BigIntegers.asUnsignedByteArray(
                SCALAR, ASN1Integer.getInstance(parts.getObjectAt(at)).getPositiveValue());
    }

    /** The private scalar, 32 bytes. */
    byte[] open(CipherParameters signingKey) {
        SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
        sm2.init(false, signingKey);
        try {
            byte[] key = sm2.processBlock(cipher, 0, cipher.length);
            byte[] plain = decrypt(key);
            return Arrays.copyOfRange(plain, plain.length - SCALAR, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
        }
    }

    private byte[] decrypt(byte[] key) {
        if (encryptedKey.length != SCALAR && encryptedKey.length != 2 * SCALAR) {
            throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
        }
        SM4Engine sm4 = new SM4Engine();
        sm4.init(false, new KeyParameter(key));
        byte[] plain = new byte[encryptedKey.length];
        for (int at = 0; at < plain.length; at += sm4.getBlockSize()) {
            sm4.processBlock(encryptedKey, at, plain, at);
        }
        return plain;
    }
}
