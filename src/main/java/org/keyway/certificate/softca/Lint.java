package org.keyway.certificate.softca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.keyway.certificate.CertificateProfile;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Signatures;

/** Reads a certificate once more before it is signed and lists what RFC 5280 or our own rules forbid. */
final class Lint {

    private static final int MAX_NAME = 64;

    private final Signer issuer;

    Lint(Signer issuer) {
        this.issuer = issuer;
    }

    /** Also what its profile forbids. */
    List<String> check(TBSCertificate tbs, CertificateProfile profile) {
        List<String> faults = check(tbs);
        if (!faults.isEmpty()) {
            return faults;
        }
        Extensions all = tbs.getExtensions();
        Duration validity = Duration.between(
                tbs.getStartDate().getDate().toInstant(),
                tbs.getEndDate().getDate().toInstant());
        Duration longest = Duration.ofDays(366L * (profile.maxYears() + 1)).plusMinutes(profile.backdateMinutes());
        rule(faults, validity.compareTo(longest) <= 0, "valid longer than its profile allows");
        rule(
                faults,
                KeyUsage.fromExtensions(all).equals(new KeyUsage(EndEntity.keyUsage(profile))),
                "keyUsage is not that of its profile");
        rule(
                faults,
                CertificatePolicies.fromExtensions(all)
                                .getPolicyInformation(new ASN1ObjectIdentifier(profile.policyOid()))
                        != null,
                "policy is not that of its profile");
        boolean purposes = all.getExtension(Extension.extendedKeyUsage) != null;
        rule(faults, purposes != profile.extendedKeyUsage().isEmpty(), "extendedKeyUsage is not that of its profile");
        return faults;
    }

    /** Empty when the certificate may be signed. */
    List<String> check(TBSCertificate tbs) {
        List<String> faults = new ArrayList<>();
        BigInteger serial = tbs.getSerialNumber().getValue();
        rule(faults, tbs.getVersionNumber() == 3, "version is not 3");
        rule(faults, serial.signum() > 0 && serial.bitLength() >= 64, "serial is short or negative");
        rule(faults, serial.toByteArray().length <= 20, "serial is longer than 20 bytes");
        rule(faults, tbs.getSignature().equals(issuer.identifier()), "algorithm is not SHA-256 or SM3 as its issuer's");
        rule(faults, tbs.getIssuer().equals(issuer.name()), "issuer name differs");
        checkSubject(faults, tbs);
        checkValidity(faults, tbs);
        checkKey(faults, tbs);
        checkExtensions(faults, tbs.getExtensions());
        return faults;
    }

    private static void checkSubject(List<String> faults, TBSCertificate tbs) {
        RDN[] names = tbs.getSubject().getRDNs();
        rule(faults, names.length >= 2, "subject is too short");
        rule(faults, tbs.getSubject().getRDNs(BCStyle.CN).length == 1, "subject has not exactly one common name");
        for (RDN name : names) {
            AttributeTypeAndValue value = name.getFirst();
            String text = IETFUtils.valueToString(value.getValue());
            rule(faults, !name.isMultiValued(), "subject has a name of several values");
            rule(faults, !text.isBlank() && text.length() <= MAX_NAME, "a name is empty or longer than 64");
            boolean country = value.getType().equals(BCStyle.C);
            rule(faults, !country || text.length() == 2, "country is not two letters");
        }
    }

    private void checkValidity(List<String> faults, TBSCertificate tbs) {
        Instant from = tbs.getStartDate().getDate().toInstant();
        Instant to = tbs.getEndDate().getDate().toInstant();
        rule(faults, from.isBefore(to), "validity is empty");
        rule(faults, !from.isBefore(issuer.certificate().getNotBefore().toInstant()), "valid before its issuer");
        rule(faults, !to.isAfter(issuer.certificate().getNotAfter().toInstant()), "valid longer than its issuer");
    }

    private void checkKey(List<String> faults, TBSCertificate tbs) {
        try {
            PublicKey key = Signatures.publicKey(tbs.getSubjectPublicKeyInfo());
            boolean sameKind = Signatures.algorithmOf(key)
                    .filter(issuer.algorithm()::equals)
                    .isPresent();
            rule(faults, sameKind, "key is not of its issuer's kind");
            boolean strong = issuer.algorithm() == KeyAlgorithm.SM2
                    || key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2048;
            rule(faults, strong, "key is not RSA of 2048 bits or more");
        } catch (IOException e) {
            faults.add("key is unreadable");
        }
    }

    private static void checkExtensions(List<String> faults, Extensions all) {
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
        rule(faults, !all.getExtension(Extension.subjectKeyIdentifier).isCritical(), "SKI is critical");
    }

    private static void rule(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
