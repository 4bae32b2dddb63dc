package org.keyway.certificate.softca;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Reads a certificate once more before it is signed and lists what RFC 5280 or our own rules forbid. */
final class Lint {

    private final Signer issuer;

    Lint(Signer issuer) {
        this.issuer = issuer;
    }

    /** Empty when the certificate may be signed. */
    List<String> check(TBSCertificate tbs) {
        List<String> faults = new ArrayList<>();
        BigInteger serial = tbs.getSerialNumber().getValue();
        rule(faults, tbs.getVersionNumber() == 3, "version is not 3");
        rule(faults, serial.signum() > 0 && serial.bitLength() >= 64, "serial is short or negative");
        rule(faults, serial.toByteArray().length <= 20, "serial is longer than 20 bytes");
        rule(faults, tbs.getSignature().equals(Signer.ALGORITHM), "inner algorithm differs");
        rule(faults, tbs.getIssuer().equals(issuer.name()), "issuer name differs");
        rule(faults, tbs.getSubject().getRDNs().length >= 2, "subject is too short");
        checkValidity(faults, tbs);
        checkKey(faults, tbs);
        checkExtensions(faults, tbs);
        return faults;
    }

    private void checkValidity(List<String> faults, TBSCertificate tbs) {
        Instant from = tbs.getStartDate().getDate().toInstant();
        Instant to = tbs.getEndDate().getDate().toInstant();
        rule(faults, from.isBefore(to), "validity is empty");
        rule(faults, !from.isBefore(issuer.certificate().getNotBefore().toInstant()), "valid before its issuer");
        rule(faults, !to.isAfter(issuer.certificate().getNotAfter().toInstant()), "valid longer than its issuer");
    }

    private static void checkKey(List<String> faults, TBSCertificate tbs) {
        try {
            var key = new org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter()
                    .getPublicKey(tbs.getSubjectPublicKeyInfo());
            rule(
                    faults,
                    key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2048,
                    "key is not RSA of 2048 bits or more");
        } catch (java.io.IOException e) {
            faults.add("key is unreadable");
        }
    }

    private static void checkExtensions(List<String> faults, TBSCertificate tbs) {
        var all = tbs.getExtensions();
        for (ASN1ObjectIdentifier needed : List.of(
                Extension.basicConstraints,
                Extension.keyUsage,
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier,
                Extension.certificatePolicies,
                Extension.cRLDistributionPoints,
                Extension.authorityInfoAccess)) {
            rule(faults, all != null && all.getExtension(needed) != null, "extension is missing: " + needed);
        }
        if (!faults.isEmpty()) {
            return;
        }
        rule(faults, all.getExtension(Extension.basicConstraints).isCritical(), "basicConstraints is not critical");
        rule(faults, !BasicConstraints.fromExtensions(all).isCA(), "end entity is a CA");
        rule(faults, all.getExtension(Extension.keyUsage).isCritical(), "keyUsage is not critical");
        KeyUsage usage = KeyUsage.fromExtensions(all);
        rule(
                faults,
                !usage.hasUsages(KeyUsage.keyCertSign) && !usage.hasUsages(KeyUsage.cRLSign),
                "end entity may sign certificates");
        rule(faults, !all.getExtension(Extension.authorityKeyIdentifier).isCritical(), "AKI is critical");
    }

    private static void rule(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
