package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.keyway.certificate.CertificateProfiles.AuthorityNames;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.Signatures;

/** Makes the CA's own certificates: root (RSA-3072 or SM2), issuing CA (pathLen 0), OCSP responder, seal maker. */
final class OwnCertificates {

    private static final int CA_SIGN = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    private final AuthorityNames names;
    private final Addresses addresses;
    private final Instant notBefore;

    OwnCertificates(AuthorityNames names, Addresses addresses, Instant now) {
        this.names = names;
        this.addresses = addresses;
        this.notBefore = now.truncatedTo(ChronoUnit.SECONDS).minus(5, ChronoUnit.MINUTES);
    }

    CaKeys make(Pairs pairs) {
        Signer root = root(pairs.make("root", 3072));
        Signer issuing = issuing(pairs.make("issuing", 2048), root);
        return new CaKeys(
                root,
                issuing,
                responder(pairs.make("responder", 2048), issuing),
                sealMaker(pairs.make("seal-maker", 2048), issuing));
    }

    private Signer root(Pairs.Fresh pair) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(true));
        add(own, Extension.keyUsage, true, new KeyUsage(CA_SIGN));
        return signed(pair, null, subject(names.root(), 7300), own);
    }

    private Signer issuing(Pairs.Fresh pair, Signer root) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(0));
        add(own, Extension.keyUsage, true, new KeyUsage(CA_SIGN));
        add(own, Extension.certificatePolicies, false, anyPolicy());
        add(own, Extension.cRLDistributionPoints, false, addresses.crl("root.crl"));
        add(own, Extension.authorityInfoAccess, false, addresses.issuingAccess());
        return signed(pair, root, subject(names.issuing(), 5475), own);
    }

    private Signer responder(Pairs.Fresh pair, Signer issuing) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(false));
        add(own, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(own, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        add(own, OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        return signed(pair, issuing, subject(names.ocsp(), 5470), own);
    }

    private Signer sealMaker(Pairs.Fresh pair, Signer issuing) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(false));
        add(own, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        add(own, Extension.cRLDistributionPoints, false, addresses.crl("ca.crl"));
        add(own, Extension.authorityInfoAccess, false, addresses.leafAccess());
        return signed(pair, issuing, subject(names.sealMaker(), 5470), own);
    }

    /** Seals documents: RFC 9336 documentSigning, and emailProtection for readers that do not know it yet. */
    Signer documentSealer(Pairs pairs, String name, Signer issuing) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(false));
        add(own, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        add(own, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.getInstance(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36")),
            KeyPurposeId.id_kp_emailProtection
        }));
        add(own, Extension.certificatePolicies, false, anyPolicy());
        add(own, Extension.cRLDistributionPoints, false, addresses.crl("ca.crl"));
        add(own, Extension.authorityInfoAccess, false, addresses.leafAccess());
        long left = java.time.Duration.between(
                        notBefore, issuing.certificate().getNotAfter().toInstant())
                .toDays();
        int days = (int) Math.min(3650, left - 1);
        return signed(pairs.make(name, 2048), issuing, subject(names.documentSealer(), days), own);
    }

    /** Name and validity of one of the CA's own certificates. */
    private record Subject(X500Name name, int days) {}

    private Subject subject(String commonName, int days) {
        return new Subject(Template.name(names.organization(), commonName), days);
    }

    private Signer signed(Pairs.Fresh pair, Signer issuer, Subject subject, ExtensionsGenerator own) {
        try {
            PrivatePen pen = issuer == null ? pair.pen() : issuer.pen();
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            add(own, Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.publicKey()));
            if (issuer != null) {
                add(
                        own,
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(
                                issuer.certificate().getPublicKey()));
            }
            var template = new Template(
                    subject.name(),
                    SubjectPublicKeyInfo.getInstance(pair.publicKey().getEncoded()),
                    notBefore,
                    notBefore.plus(subject.days(), ChronoUnit.DAYS),
                    own.generate());
            var tbs = template.toBeSigned(
                    issuer == null ? subject.name() : issuer.name(), Signatures.identifier(pen.algorithm()));
            return new Signer(pair.pen(), new IssuedCertificate("", Signer.certificate(tbs, pen)).x509());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificatePolicies anyPolicy() {
        return new CertificatePolicies(
                new PolicyInformation(new org.bouncycastle.asn1.ASN1ObjectIdentifier("2.5.29.32.0")));
    }

    private static void add(
            ExtensionsGenerator own,
            org.bouncycastle.asn1.ASN1ObjectIdentifier type,
            boolean critical,
            org.bouncycastle.asn1.ASN1Encodable value) {
        try {
            own.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
