package org.keyway.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * How the two algorithms sign: SHA-256 with RSA PKCS#1 v1.5 (RFC 8017), and SM3 with SM2 (GB/T 32918.2) under the default
 * identity 1234567812345678 (GM/T 0009).
 */
public final class Signatures {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SM2 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

    private Signatures() {}

    /** Bouncy Castle, which is not registered with the platform: whoever needs SM2 or SM3 names it. */
    public static Provider provider() {
        return PROVIDER;
    }

    /** The algorithm identifier as certificates, lists and seals carry it. */
    public static AlgorithmIdentifier identifier(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? SM2 : RSA;
    }

    /** Which of the two a public key belongs to; empty for any other key or curve. */
    public static Optional<KeyAlgorithm> algorithmOf(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return Optional.of(KeyAlgorithm.RSA_2048);
        }
        return key instanceof ECPublicKey
                ? algorithmOf(SubjectPublicKeyInfo.getInstance(key.getEncoded()))
                : Optional.empty();
    }

    /** Which of the two a public key belongs to; empty for any other key or curve. */
    public static Optional<KeyAlgorithm> algorithmOf(SubjectPublicKeyInfo key) {
        AlgorithmIdentifier kind = key.getAlgorithm();
        if (kind.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(KeyAlgorithm.RSA_2048);
        }
        boolean sm2 = kind.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && GMNamedCurves.getOID("sm2p256v1").equals(kind.getParameters());
        return sm2 ? Optional.of(KeyAlgorithm.SM2) : Optional.empty();
    }

    /** The key as Java knows it; {@code IOException} when it is none. */
    public static PublicKey publicKey(SubjectPublicKeyInfo info) throws IOException {
        try {
            return new JcaPEMKeyConverter().setProvider(PROVIDER).getPublicKey(info);
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** Whether the signature over the content was made with the other half of this key; false for unknown algorithms. */
    public static boolean verify(PublicKey key, byte[] content, byte[] signature) {
        try {
            boolean sm2 = algorithmOf(key).filter(KeyAlgorithm.SM2::equals).isPresent();
            Signature check = sm2
                    ? Signature.getInstance("SM3withSM2", PROVIDER)
                    : Signature.getInstance("SHA256withRSA", PROVIDER);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
