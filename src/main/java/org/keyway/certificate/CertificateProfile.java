package org.keyway.certificate;

import java.util.List;

/**
 * What certificates of one use look like; read from {@code certificate-profiles.yaml}.
 *
 * @param backdateMinutes how long before signing the validity starts, for clocks that are behind
 * @param keyUsage RFC 5280 key usage names, e.g. {@code digitalSignature}
 * @param extendedKeyUsage object identifiers
 * @param policyOid certificate policy
 * @param usccOid extension that carries the unified social credit code as UTF8String
 */
public record CertificateProfile(
        KeyUse use,
        int backdateMinutes,
        int maxYears,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        String policyOid,
        String usccOid) {}
