package org.keyway.certificate;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
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
    private static final Set<AlgorithmIdentifier> ALGORITHMS = Stream.of(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    PKCSObjectIdentifiers.sha512WithRSAEncryption)
            .map(oid -> new AlgorithmIdentifier(oid, DERNull.INSTANCE))
            .collect(Collectors.toSet());

    /** Reads and checks; everything that is wrong is a {@link Problem}, whatever the bytes. */
    public static Csr parse(byte[] der) {
        if (der == null || der.length == 0 || der.length > MAX_BYTES) {
            throw unreadable();
        }
        PKCS10CertificationRequest request = read(der);
        SubjectPublicKeyInfo info = request.getSubjectPublicKeyInfo();
        checkStrength(info);
        if (!isProven(request, info)) {
            throw Problem.invalid("csr", "certificate.csr.unproven");
        }
        return new Csr(info);
    }

    /** Hexadecimal SHA-256 of the SubjectPublicKeyInfo. */
    public String publicKeySha256() {
        try {
            return CertificateIntents.sha256(publicKey.getEncoded("DER"));
        } catch (java.io.IOException e) {
            throw unreadable();
        }
    }

    private static PKCS10CertificationRequest read(byte[] der) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
            if (!Arrays.equals(request.toASN1Structure().getEncoded("DER"), der)
                    || !ALGORITHMS.contains(request.getSignatureAlgorithm())) {
                throw unreadable();
            }
            return request;
        } catch (java.io.IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static void checkStrength(SubjectPublicKeyInfo info) {
        PublicKey key;
        try {
            key = new org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter().getPublicKey(info);
        } catch (java.io.IOException | RuntimeException e) {
            throw unreadable();
        }
        if (!(key instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() < 2048
                || rsa.getModulus().bitLength() > 4096
                || rsa.getPublicExponent().intValue() != 65537
                || rsa.getPublicExponent().bitLength() > 17) {
            throw Problem.invalid("csr", "certificate.csr.weak");
        }
    }

    private static boolean isProven(PKCS10CertificationRequest request, SubjectPublicKeyInfo info) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(info));
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
