package org.keyway.certificate;

import java.time.Instant;

/**
 * What is committed before the CA signs, so that signing it twice never gives two certificates.
 *
 * @param serial lower-case hexadecimal, without sign; a name of our own where the CA gives the number later
 * @param publicKeySha256 hexadecimal hash of the SubjectPublicKeyInfo
 * @param tbs TBSCertificate (RFC 5280) in DER, or the request to a CA elsewhere
 */
public record PreparedCertificate(
        String serial, String subject, Instant notBefore, Instant notAfter, String publicKeySha256, byte[] tbs) {

    /** The hash of a public key as this record carries it. */
    public static String sha256(byte[] publicKey) {
        return CertificateIntents.sha256(publicKey);
    }
}
