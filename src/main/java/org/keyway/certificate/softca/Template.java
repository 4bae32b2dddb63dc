package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Everything about a certificate but its issuer and serial number. */
record Template(
        X500Name subject, SubjectPublicKeyInfo publicKey, Instant notBefore, Instant notAfter, Extensions extensions) {

    private static final SecureRandom RANDOM = new SecureRandom();

    TBSCertificate toBeSigned(X500Name issuer, AlgorithmIdentifier algorithm) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(randomSerial()));
        generator.setSignature(algorithm);
        generator.setIssuer(issuer);
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(new Time(Date.from(notAfter)));
        generator.setSubject(subject);
        generator.setSubjectPublicKeyInfo(publicKey);
        generator.setExtensions(extensions);
        return generator.generateTBSCertificate();
    }

    /** C as PrintableString, O and CN as UTF8String; a blank organisation is left out. */
    static X500Name name(String organization, String commonName) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.C, new DERPrintableString("CN"));
        if (!organization.isBlank()) {
            name.addRDN(BCStyle.O, new DERUTF8String(organization));
        }
        name.addRDN(BCStyle.CN, new DERUTF8String(commonName));
        return name.build();
    }

    static byte[] der(TBSCertificate tbs) {
        try {
            return tbs.getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Positive, 128 random bits with the highest set, so that it is always 16 significant bytes. */
    private static BigInteger randomSerial() {
        return new BigInteger(127, RANDOM).setBit(127);
    }
}
