package org.keyway.certificate.kmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;

/** SM2EnvelopedKey of GM/T 0009: a SM4 key under SM2 for the recipient, and the private key under SM4-ECB. */
final class Sm2Envelope {

    private static final ASN1ObjectIdentifier SM4_ECB = new ASN1ObjectIdentifier("1.2.156.10197.1.104.1");
    private static final int COORDINATE = 32;

    private Sm2Envelope() {}

    static byte[] of(byte[] pkcs8, byte[] publicKey, byte[] recipient) {
        byte[] key = new byte[16];
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        try {
            BigInteger secret = ((ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8)).getD();
            SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(true, new ParametersWithRandom(PublicKeyFactory.createKey(recipient), random));
            byte[] cipher = engine.processBlock(key, 0, key.length);
            byte[] point = SubjectPublicKeyInfo.getInstance(publicKey)
                    .getPublicKeyData()
                    .getBytes();
            return new DERSequence(new ASN1Encodable[] {
                        new AlgorithmIdentifier(SM4_ECB),
                        sm2Cipher(cipher),
                        new DERBitString(point),
                        new DERBitString(sm4(key, BigIntegers.asUnsignedByteArray(COORDINATE, secret)))
                    })
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From 04 || x || y || hash || text. */
    private static ASN1Sequence sm2Cipher(byte[] cipher) {
        int hash = 1 + 2 * COORDINATE;
        int text = hash + 32;
        return new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, 1, 1 + COORDINATE))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, 1 + COORDINATE, hash))),
            new DEROctetString(Arrays.copyOfRange(cipher, hash, text)),
            new DEROctetString(Arrays.copyOfRange(cipher, text, cipher.length))
        });
    }

    private static byte[] sm4(byte[] key, byte[] plain) {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        byte[] cipher = new byte[plain.length];
        for (int at = 0; at < plain.length; at += engine.getBlockSize()) {
            engine.processBlock(plain, at, cipher, at);
        }
        return cipher;
    }
}
