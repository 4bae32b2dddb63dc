package org.keyway.certificate;

import java.util.List;
import java.util.Map;

/**
 * What certificates of one kind of holder and one use look like; read from {@code certificate-profiles.yaml}.
 *
 * @param backdateMinutes how long before signing the validity starts, for clocks that are behind
 * @param maxYears longest validity; the rest of a former one may come on top, up to one more year
 * @param keyUsage RFC 5280 key usage names, e.g. {@code digitalSignature}
 * @param extendedKeyUsage object identifiers
 * @param policyOid certificate policy
 * @param usccOid by algorithm, the extension that carries the unified social credit code as UTF8String
 */
public record CertificateProfile(
        HolderKind kind,
        KeyUse use,
        int backdateMinutes,
        int maxYears,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        String policyOid,
        Map<KeyAlgorithm, String> usccOid) {}
