package org.keyway.certificate;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.keyway.shared.Problem;

/**
 * A PKCS#10 request (RFC 2986) whose signature was checked: whoever made it has the private key. Only the public key is
 * taken from it; the subject comes from the order.
 */
public record Csr(SubjectPublicKeyInfo publicKey) {

    private static final int MAX_BYTES = 16_384;

    /** SHA-2 with RSA PKCS#1 v1.5, parameters NULL as RFC 4055 demands: two encodings of one request do not exist. */
    private static final Set<AlgorithmIdentifier> RSA = Stream.of(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    PKCSObjectIdentifiers.sha512WithRSAEncryption)
            .map(oid -> new AlgorithmIdentifier(oid, DERNull.INSTANCE))
            .collect(Collectors.toSet());

    /** SM3 with SM2; some tokens write NULL parameters, GM/T 0006 has none. */
    private static final Set<AlgorithmIdentifier> SM2 = Set.of(
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3),
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3, DERNull.INSTANCE));

    /** Reads and checks; everything that is wrong is a {@link Problem}, whatever the bytes. */
    public static Csr parse(byte[] der) {
        if (der == null || der.length == 0 || der.length > MAX_BYTES) {
            throw unreadable();
        }
        PKCS10CertificationRequest request = read(der);
        SubjectPublicKeyInfo info = request.getSubjectPublicKeyInfo();
        PublicKey key = key(info);
        if (!fits(request.getSignatureAlgorithm(), key) || !isProven(request, key)) {
            throw Problem.invalid("csr", "certificate.csr.unproven");
        }
        return new Csr(info);
    }

    /** The SubjectPublicKeyInfo in DER. */
    public byte[] publicKeyDer() {
        try {
            return publicKey.getEncoded("DER");
        } catch (java.io.IOException e) {
            throw unreadable();
        }
    }

    private static PKCS10CertificationRequest read(byte[] der) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
            if (!Arrays.equals(request.toASN1Structure().getEncoded("DER"), der)
                    || !(RSA.contains(request.getSignatureAlgorithm())
                            || SM2.contains(request.getSignatureAlgorithm()))) {
                throw unreadable();
            }
            return request;
        } catch (java.io.IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** The key in DER (SubjectPublicKeyInfo) that is not proven by a request, e.g. one from a key management centre. */
    static SubjectPublicKeyInfo attested(byte[] der) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
            key(info);
            return info;
        } catch (RuntimeException e) {
            throw e instanceof Problem problem ? problem : unreadable();
        }
    }

    public KeyAlgorithm algorithm() {
        return Signatures.algorithmOf(publicKey).orElseThrow();
    }

    private static PublicKey key(SubjectPublicKeyInfo info) {
        PublicKey key;
        try {
            key = Signatures.publicKey(info);
        } catch (java.io.IOException | RuntimeException e) {
            throw unreadable();
        }
        boolean sm2 =
                Signatures.algorithmOf(info).filter(KeyAlgorithm.SM2::equals).isPresent();
        if (!sm2 && !isStrong(key)) {
            throw Problem.invalid("csr", "certificate.csr.weak");
        }
        return key;
    }

    private static boolean isStrong(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= 2048
                && rsa.getModulus().bitLength() <= 4096
                && rsa.getPublicExponent().bitLength() <= 17
                && rsa.getPublicExponent().intValue() == 65537;
    }

    private static boolean fits(AlgorithmIdentifier signature, PublicKey key) {
        return (key instanceof RSAPublicKey ? RSA : SM2).contains(signature);
    }

    private static boolean isProven(PKCS10CertificationRequest request, PublicKey key) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Signatures.provider())
                    .build(key));
        } catch (org.bouncycastle.operator.OperatorException
                | org.bouncycastle.pkcs.PKCSException
                | RuntimeException e) {
            return false;
        }
    }

    private static Problem unreadable() {
        return Problem.invalid("csr", "certificate.csr.unreadable");
    }
}
