package org.keyway.certificate.softca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateProfile;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.HolderKind;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Requests;
import org.keyway.certificate.Signatures;

/** Each rule is seen red once: a good certificate with one thing wrong. */
class LintTest {

    @TempDir
    static Path folder;

    private static House house;
    private static Signer issuer;
    private static CertificateProfile profile;
    private static Template good;

    @BeforeAll
    static void start() {
        house = new House(folder).start();
        issuer = house.get(CaKeystore.class).keys(KeyAlgorithm.RSA_2048).issuing();
        profile = house.get(CertificateProfiles.class).of(HolderKind.ENTERPRISE_MAIN, KeyUse.SIGN);
        byte[] key = Requests.PAIR.getPublic().getEncoded();
        var prepared = house.get(CertificateAuthority.class).prepare(Requests.request("lint", KeyUse.SIGN), key);
        TBSCertificate tbs = TBSCertificate.getInstance(prepared.tbs());
        good = new Template(
                tbs.getSubject(),
                SubjectPublicKeyInfo.getInstance(key),
                prepared.notBefore(),
                prepared.notAfter(),
                tbs.getExtensions());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void whatWeIssueIsGood() {
        assertThat(lint(good)).isEmpty();
    }

    @Test
    void theValidityFitsTheProfileAndTheIssuer() {
        assertThat(lint(validity(good.notBefore(), good.notBefore()))).containsExactly("validity is empty");
        assertThat(lint(validity(good.notBefore(), good.notBefore().plus(2500, ChronoUnit.DAYS))))
                .containsExactly("valid longer than its profile allows");
        assertThat(lint(validity(good.notBefore(), good.notBefore().plus(9000, ChronoUnit.DAYS))))
                .containsExactly("valid longer than its issuer");
        assertThat(lint(validity(good.notBefore().minus(90, ChronoUnit.DAYS), good.notAfter())))
                .containsExactly("valid before its issuer");
    }

    @Test
    void namesAreThereAndShort() {
        X500Name tooLong = new X500NameBuilder()
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.CN, new DERUTF8String("x".repeat(65)))
                .build();
        assertThat(lint(subject(tooLong))).containsExactly("a name is empty or longer than 64");
        X500Name country = new X500NameBuilder()
                .addRDN(BCStyle.C, new DERUTF8String("China"))
                .addRDN(BCStyle.CN, "x")
                .build();
        assertThat(lint(subject(country))).containsExactly("country is not two letters");
        assertThat(lint(subject(new X500Name("C=CN,O=x")))).containsExactly("subject has not exactly one common name");
        assertThat(lint(subject(new X500Name("CN=x")))).containsExactly("subject is too short");
    }

    @Test
    void neitherSha1NorAnotherKindOfKey() {
        AlgorithmIdentifier sha1 =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption, DERNull.INSTANCE);
        assertThat(new Lint(issuer).check(good.toBeSigned(issuer.name(), sha1), profile))
                .containsExactly("algorithm is not SHA-256 or SM3 as its issuer's");
        assertThat(lint(key(Requests.SM2_PAIR.getPublic().getEncoded()))).contains("key is not of its issuer's kind");
        assertThat(lint(key(Requests.pair(1024).getPublic().getEncoded())))
                .containsExactly("key is not RSA of 2048 bits or more");
    }

    @Test
    void extensionsAreThereCriticalAndRight() {
        for (ASN1ObjectIdentifier needed :
                List.of(Extension.subjectKeyIdentifier, Extension.authorityKeyIdentifier, Extension.keyUsage)) {
            assertThat(lint(extensions(all -> without(all, needed))))
                    .containsExactly("extension is missing: " + needed);
        }
        assertThat(lint(extension(Extension.keyUsage, false, new KeyUsage(EndEntity.keyUsage(profile)))))
                .containsExactly("keyUsage is not critical");
        assertThat(lint(extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))))
                .containsExactly("keyUsage is not that of its profile");
        assertThat(lint(extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))))
                .contains("end entity may sign certificates");
        assertThat(lint(extension(Extension.basicConstraints, true, new BasicConstraints(true))))
                .containsExactly("end entity is a CA");
        assertThat(lint(extensions(all -> without(all, Extension.extendedKeyUsage))))
                .containsExactly("extendedKeyUsage is not that of its profile");
    }

    private static List<String> lint(Template template) {
        return new Lint(issuer)
                .check(template.toBeSigned(issuer.name(), Signatures.identifier(KeyAlgorithm.RSA_2048)), profile);
    }

    private static Template validity(Instant from, Instant to) {
        return new Template(good.subject(), good.publicKey(), from, to, good.extensions());
    }

    private static Template subject(X500Name name) {
        return new Template(name, good.publicKey(), good.notBefore(), good.notAfter(), good.extensions());
    }

    private static Template key(byte[] key) {
        return new Template(
                good.subject(),
                SubjectPublicKeyInfo.getInstance(key),
                good.notBefore(),
                good.notAfter(),
                good.extensions());
    }

    private static Template extensions(UnaryOperator<List<Extension>> change) {
        List<Extension> all = new ArrayList<>();
        for (ASN1ObjectIdentifier oid : good.extensions().getExtensionOIDs()) {
            all.add(good.extensions().getExtension(oid));
        }
        Extensions changed = new Extensions(change.apply(all).toArray(Extension[]::new));
        return new Template(good.subject(), good.publicKey(), good.notBefore(), good.notAfter(), changed);
    }

    private static Template extension(
            ASN1ObjectIdentifier oid, boolean critical, org.bouncycastle.asn1.ASN1Object value) {
        return extensions(all -> {
            List<Extension> rest = without(all, oid);
            try {
                rest.add(new Extension(oid, critical, value.getEncoded("DER")));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            return rest;
        });
    }

    private static List<Extension> without(List<Extension> all, ASN1ObjectIdentifier... oids) {
        return new ArrayList<>(all.stream()
                .filter(one -> !Arrays.asList(oids).contains(one.getExtnId()))
                .toList());
    }
}
