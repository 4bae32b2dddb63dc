package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.keyway.shared.Problem;

/** Whatever bytes come in: a Problem, a finding or an OCSP answer, never anything else, never a certificate. */
class PkiFuzzTest {

    private static House house;
    private static byte[] csr;
    private static byte[] seal;
    private static byte[] ocsp;

    @BeforeContainer
    static void start() throws Exception {
        Path folder = Files.createTempDirectory("fuzz");
        house = new House(folder).start();
        csr = Requests.sm2Csr(Requests.SM2_PAIR);
        Certificates certificates = house.get(Certificates.class);
        IssuedCertificate sign = certificates.issue(Requests.request(KeyAlgorithm.SM2, "fuzz/SIGN", KeyUse.SIGN));
        seal = house.get(Seals.class)
                .make(new SealRequest("fuzz", "XB20261121000001", "KWFUZZ", "测试", 1, null, sign.der()));
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var issuer = new X509CertificateHolder(house.get(PkiPublications.class).caCertificate(KeyAlgorithm.SM2));
        ocsp = new OCSPReqBuilder()
                .addRequest(new CertificateID(
                        digests.get(CertificateID.HASH_SHA1),
                        issuer,
                        sign.x509().getSerialNumber()))
                .build()
                .getEncoded();
    }

    @AfterContainer
    static void close() {
        house.close();
    }

    @Property(tries = 1500)
    void aDamagedRequestIsAProblem(@ForAll("damage") Damage damage) {
        byte[] bytes = damage.on(csr);
        if (!Arrays.equals(bytes, csr)) {
            assertThatThrownBy(() -> Csr.parse(bytes)).isInstanceOf(Problem.class);
        }
    }

    @Property(tries = 300)
    void aDamagedKeyIsAProblemOrAKey(@ForAll("damage") Damage damage) {
        byte[] key = Requests.SM2_PAIR.getPublic().getEncoded();
        try {
            assertThat(Csr.attested(damage.on(key))).isNotNull();
        } catch (Problem expected) {
            assertThat(expected.getMessage()).isNotNull();
        }
    }

    @Property(tries = 1500)
    void aDamagedSealIsFound(@ForAll("damage") Damage damage) {
        byte[] bytes = damage.on(seal);
        boolean good = house.get(SealVerifier.class).check(bytes).good();
        assertThat(good).isEqualTo(Arrays.equals(bytes, seal));
    }

    @Property(tries = 500)
    void bytesAreNoSeal(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> SealFile.parse(bytes)).isInstanceOf(IOException.class);
    }

    @Property(tries = 500)
    void structuresAreNoSeal(@ForAll("structure") ASN1Encodable structure) throws IOException {
        byte[] der = structure.toASN1Primitive().getEncoded("DER");
        assertThatThrownBy(() -> SealFile.parse(der)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Csr.parse(der)).isInstanceOf(Problem.class);
        answers(der);
    }

    @Property(tries = 1000)
    void everyQuestionIsAnswered(@ForAll("damage") Damage damage) throws IOException {
        answers(damage.on(ocsp));
    }

    private static void answers(byte[] question) throws IOException {
        for (KeyAlgorithm chain : KeyAlgorithm.values()) {
            int status = new OCSPResp(house.get(PkiPublications.class).ocsp(chain, question)).getStatus();
            assertThat(status).isIn(OCSPResp.SUCCESSFUL, OCSPResp.MALFORMED_REQUEST);
        }
    }

    /** A byte changed, and the end cut off or something put behind it. */
    record Damage(int at, int mask, int cut, byte[] more) {

        byte[] on(byte[] whole) {
            byte[] bytes = Arrays.copyOf(whole, Math.max(0, whole.length - cut) + more.length);
            System.arraycopy(more, 0, bytes, bytes.length - more.length, more.length);
            if (bytes.length > 0) {
                bytes[at % bytes.length] ^= (byte) mask;
            }
            return bytes;
        }
    }

    @Provide
    Arbitrary<Damage> damage() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.of(0, 0, 0, 1, 2, 17, 200),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(3))
                .as(Damage::new);
    }

    @Provide
    Arbitrary<ASN1Encodable> structure() {
        Arbitrary<ASN1Encodable> leaf = Arbitraries.of(
                DERNull.INSTANCE,
                new DERIA5String("ES"),
                new DERUTF8String("测试"),
                new DEROctetString(new byte[] {1, 2, 3}),
                new org.bouncycastle.asn1.ASN1Integer(4),
                new ASN1ObjectIdentifier("1.2.156.10197.1.501"));
        Arbitrary<ASN1Encodable> two =
                leaf.list().ofMaxSize(7).map(parts -> new DERSequence(parts.toArray(ASN1Encodable[]::new)));
        Arbitrary<ASN1Encodable> three = Arbitraries.oneOf(leaf, two)
                .list()
                .ofMaxSize(5)
                .map(parts -> new DERSequence(parts.toArray(ASN1Encodable[]::new)));
        return Arbitraries.oneOf(three, three.list().ofMaxSize(5).map(parts ->
                (ASN1Encodable) new DERSequence(parts.toArray(ASN1Encodable[]::new))));
    }
}
