package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
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
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Signatures;
import org.keyway.certificate.Sm2Pairs;

/** Makes the CA's own keys and certificates: root (RSA-3072 or SM2), issuing CA (pathLen 0), OCSP responder, seal maker. */
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

    CaKeys make() {
        Signer root = root();
        Signer issuing = issuing(root);
        return new CaKeys(root, issuing, responder(issuing), sealMaker(issuing));
    }

    private Signer root() {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(true));
        add(own, Extension.keyUsage, true, new KeyUsage(CA_SIGN));
        return signed(null, names.root(), 7300, own);
    }

    private Signer issuing(Signer root) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(0));
        add(own, Extension.keyUsage, true, new KeyUsage(CA_SIGN));
        add(own, Extension.certificatePolicies, false, anyPolicy());
        add(own, Extension.cRLDistributionPoints, false, addresses.crl("root.crl"));
        add(own, Extension.authorityInfoAccess, false, addresses.issuingAccess());
        return signed(root, names.issuing(), 5475, own);
    }

    private Signer responder(Signer issuing) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(false));
        add(own, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(own, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        add(own, OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        return signed(issuing, names.ocsp(), 5470, own);
    }

    private Signer sealMaker(Signer issuing) {
        ExtensionsGenerator own = new ExtensionsGenerator();
        add(own, Extension.basicConstraints, true, new BasicConstraints(false));
        add(own, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        add(own, Extension.cRLDistributionPoints, false, addresses.crl("ca.crl"));
        add(own, Extension.authorityInfoAccess, false, addresses.leafAccess());
        return signed(issuing, names.sealMaker(), 5470, own);
    }

    /** Seals documents: RFC 9336 documentSigning, and emailProtection for readers that do not know it yet. */
    Signer documentSealer(Signer issuing) {
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
        return signed(issuing, names.documentSealer(), (int) Math.min(3650, left - 1), own);
    }

    private Signer signed(Signer issuer, String commonName, int days, ExtensionsGenerator own) {
        try {
            KeyPair pair = pair(issuer == null ? 3072 : 2048);
            PrivatePen pen = issuer == null ? new PrivatePen(addresses.algorithm(), pair.getPrivate()) : issuer.pen();
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            add(own, Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            if (issuer != null) {
                add(
                        own,
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(
                                issuer.certificate().getPublicKey()));
            }
            var subject = Template.name(names.organization(), commonName);
            var template = new Template(
                    subject,
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                    notBefore,
                    notBefore.plus(days, ChronoUnit.DAYS),
                    own.generate());
            var tbs = template.toBeSigned(
                    issuer == null ? subject : issuer.name(), Signatures.identifier(pen.algorithm()));
            byte[] der = Signer.certificate(tbs, pen);
            return new Signer(pair.getPrivate(), new IssuedCertificate("", der).x509());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificatePolicies anyPolicy() {
        return new CertificatePolicies(
                new PolicyInformation(new org.bouncycastle.asn1.ASN1ObjectIdentifier("2.5.29.32.0")));
    }

    private KeyPair pair(int bits) throws GeneralSecurityException {
        if (addresses.algorithm() == KeyAlgorithm.SM2) {
            return Sm2Pairs.make();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
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
