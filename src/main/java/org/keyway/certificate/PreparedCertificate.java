package org.keyway.certificate;

import java.time.Instant;

/**
 * A certificate that is complete but not signed: what is committed before the CA signs, so that signing it twice gives
 * the same certificate (RSA PKCS#1 v1.5 is deterministic).
 *
 * @param serial lower-case hexadecimal, without sign
 * @param publicKeySha256 hexadecimal hash of the SubjectPublicKeyInfo
 * @param tbs TBSCertificate (RFC 5280) in DER
 */
public record PreparedCertificate(
        String serial, String subject, Instant notBefore, Instant notAfter, String publicKeySha256, byte[] tbs) {}
