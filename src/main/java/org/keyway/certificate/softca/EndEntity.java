package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.keyway.certificate.CertificateProfile;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.HolderName;
import org.keyway.shared.Problem;

/** Turns a request and its profile into a certificate to be signed. */
final class EndEntity {

    /** Upper bound of O and CN (RFC 5280, appendix A), in characters. */
    private static final int MAX_NAME = 64;

    static final Map<String, Integer> KEY_USAGES = Map.of(
            "digitalSignature", KeyUsage.digitalSignature,
            "nonRepudiation", KeyUsage.nonRepudiation,
            "keyEncipherment", KeyUsage.keyEncipherment,
            "dataEncipherment", KeyUsage.dataEncipherment,
            "keyAgreement", KeyUsage.keyAgreement);

    private final Signer issuer;
    private final Addresses addresses;
    private final Clock clock;

    EndEntity(Signer issuer, Addresses addresses, Clock clock) {
        this.issuer = issuer;
        this.addresses = addresses;
        this.clock = clock;
    }

    Template template(CertificateRequest request, SubjectPublicKeyInfo key, CertificateProfile profile) {
        if (request.years() < 1 || request.years() > profile.maxYears()) {
            throw Problem.invalid("years", "certificate.years", profile.maxYears());
        }
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Instant notBefore = now.minusMinutes(profile.backdateMinutes()).toInstant();
        Instant notAfter = notAfter(request, profile, now);
        HolderName holder = request.holder();
        return new Template(
                Template.name(checked(holder.organizationName(), holder), checked(holder.displayName(), holder)),
                key,
                notBefore,
                notAfter,
                extensions(key, holder, profile));
    }

    /** An explicit end may add the rest of the former validity to the years that were bought. */
    private static Instant notAfter(CertificateRequest request, CertificateProfile profile, ZonedDateTime now) {
        Instant latest = now.plusYears(profile.maxYears() + 1L).toInstant();
        Instant end = Optional.ofNullable(request.until())
                .orElseGet(() -> now.plusYears(request.years()).toInstant());
        if (!end.isAfter(now.toInstant()) || end.isAfter(latest)) {
            throw Problem.invalid("years", "certificate.years", profile.maxYears());
        }
        return end;
    }

    static int keyUsage(CertificateProfile profile) {
        return profile.keyUsage().stream().mapToInt(KEY_USAGES::get).reduce(0, (a, b) -> a | b);
    }

    private static String checked(String name, HolderName holder) {
        String field = holder.isOrganization() ? "organizationName" : "personName";
        if (holder.displayName().isEmpty()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(field, "certificate.name", MAX_NAME);
        }
        return name;
    }

    private Extensions extensions(SubjectPublicKeyInfo key, HolderName holder, CertificateProfile profile) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            ExtensionsGenerator all = new ExtensionsGenerator();
            all.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            all.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(profile)));
            if (!profile.extendedKeyUsage().isEmpty()) {
                all.addExtension(Extension.extendedKeyUsage, false, purposes(profile));
            }
            all.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            all.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(
                            issuer.certificate().getPublicKey()));
            var policy = new PolicyInformation(new ASN1ObjectIdentifier(profile.policyOid()));
            all.addExtension(Extension.certificatePolicies, false, new CertificatePolicies(policy));
            all.addExtension(Extension.cRLDistributionPoints, false, addresses.crl("ca.crl"));
            all.addExtension(Extension.authorityInfoAccess, false, addresses.leafAccess());
            String uscc = profile.usccOid().get(issuer.algorithm());
            if (uscc != null && !holder.uscc().isEmpty()) {
                all.addExtension(new ASN1ObjectIdentifier(uscc), false, new DERUTF8String(holder.uscc()));
            }
            return all.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExtendedKeyUsage purposes(CertificateProfile profile) {
        return new ExtendedKeyUsage(profile.extendedKeyUsage().stream()
                .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                .toArray(KeyPurposeId[]::new));
    }
}
