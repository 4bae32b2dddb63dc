package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SM2 chain pair by pair against openssl, which cannot hand the identity up a whole chain. */
class Sm2OpensslTest {

    @TempDir
    static Path folder;

    private static Openssl openssl;
    private static House house;
    private static Certificates certificates;
    private static PkiPublications pki;
    private static IssuedCertificate sign;

    @BeforeAll
    static void issue() throws Exception {
        openssl = Openssl.in(folder);
        house = new House(folder.resolve("data")).start();
        certificates = house.get(Certificates.class);
        pki = house.get(PkiPublications.class);
        sign = certificates.issue(Requests.request(KeyAlgorithm.SM2, "sm2/SIGN", KeyUse.SIGN));
        certificates.activate(sign.serial());
        var encrypt = certificates.issue(Requests.request(KeyAlgorithm.SM2, "sm2/ENCRYPT", KeyUse.ENCRYPT));
        openssl.pem("sign.pem", "CERTIFICATE", sign.der());
        openssl.pem("encrypt.pem", "CERTIFICATE", encrypt.der());
        openssl.pem("ca.pem", "CERTIFICATE", pki.caCertificate(KeyAlgorithm.SM2));
        openssl.pem("root.pem", "CERTIFICATE", pki.rootCertificate(KeyAlgorithm.SM2));
        Files.write(folder.resolve("sign.csr"), Requests.sm2Csr(Requests.SM2_PAIR));
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void everyPairOfTheChainVerifies() throws Exception {
        for (List<String> pair : List.of(
                List.of("ca.pem", "sign.pem"),
                List.of("ca.pem", "encrypt.pem"),
                List.of("root.pem", "ca.pem"),
                List.of("root.pem", "root.pem"))) {
            assertThat(verify(pair.get(0), pair.get(1))).contains(pair.get(1) + ": OK");
        }
        assertThat(verify("root.pem", "sign.pem")).doesNotContain(": OK");
        assertThat(openssl.run(
                        "req", "-inform", "DER", "-in", "sign.csr", "-noout", "-verify", "-vfyopt", Openssl.DISTID))
                .contains("verify OK");
        assertThat(openssl.run("x509", "-in", "sign.pem", "-noout", "-text"))
                .contains("SM2-with-SM3", "1.2.156.10260.4.1.4", "http://localhost:8080/pki/sm2/ca.crl");
    }

    @Test
    void aChangedByteIsSeen() throws Exception {
        byte[] changed = sign.der().clone();
        changed[changed.length / 2] ^= 1;
        openssl.pem("changed.pem", "CERTIFICATE", changed);
        assertThat(verify("ca.pem", "changed.pem")).doesNotContain(": OK");
    }

    @Test
    void theRevocationListIsSignedByTheIssuingCa() throws Exception {
        var other = certificates.issue(Requests.request(KeyAlgorithm.SM2, "sm2/held", KeyUse.SIGN));
        certificates.activate(other.serial());
        certificates.hold(other.serial());
        byte[] crl = pki.crl(KeyAlgorithm.SM2);
        CertificateList list = CertificateList.getInstance(crl);
        byte[] signature = list.getSignature().getOctets();
        byte[] content = list.getTBSCertList().getEncoded("DER");
        assertThat(openssl.verifiesSm2("ca.pem", content, signature)).contains("Signature Verified Successfully");
        content[20] ^= 1;
        assertThat(openssl.verifiesSm2("ca.pem", content, signature)).doesNotContain("Successfully");
        assertThat(list.getRevokedCertificates()).anySatisfy(entry -> assertThat(
                        entry.getUserCertificate().getValue().toString(16))
                .isEqualTo(other.serial()));
        assertThat(new org.bouncycastle.cert.X509CRLHolder(pki.crl(KeyAlgorithm.RSA_2048))
                        .getRevokedCertificate(new java.math.BigInteger(other.serial(), 16)))
                .isNull();
        assertThat(status(other)).isInstanceOf(RevokedStatus.class);
        certificates.release(other.serial());
        assertThat(status(other)).isNull();
    }

    @Test
    void theSealIsSignedWithSm2() throws Exception {
        byte[] der = house.get(Seals.class)
                .make(new SealRequest("sm2/seal", "XB20261121000001", "KWSM2", "测试建设有限公司", 1, null, sign.der()));
        SealFile seal = SealFile.parse(der);
        openssl.pem("maker.pem", "CERTIFICATE", seal.maker().getEncoded());
        assertThat(verify("ca.pem", "maker.pem")).contains("maker.pem: OK");
        assertThat(openssl.verifiesSm2("maker.pem", seal.signed(), seal.signature()))
                .contains("Signature Verified Successfully");
        assertThat(house.get(SealVerifier.class).check(der).findings()).allMatch(SealFinding::holds);
    }

    /** Also verifies the answer: its signature, and the responder's certificate under the issuing CA. */
    private static Object status(IssuedCertificate certificate) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Signatures.provider())
                .build();
        CertificateID id = new CertificateID(
                digests.get(CertificateID.HASH_SHA1),
                new X509CertificateHolder(pki.caCertificate(KeyAlgorithm.SM2)),
                certificate.x509().getSerialNumber());
        byte[] answer = pki.ocsp(
                KeyAlgorithm.SM2, new OCSPReqBuilder().addRequest(id).build().getEncoded());
        BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        X509CertificateHolder responder = basic.getCerts()[0];
        assertThat(openssl.folder()).exists();
        openssl.pem("responder.pem", "CERTIFICATE", responder.getEncoded());
        assertThat(verify("ca.pem", "responder.pem")).contains("responder.pem: OK");
        assertThat(openssl.verifiesSm2("responder.pem", basic.getTBSResponseData(), basic.getSignature()))
                .contains("Signature Verified Successfully");
        assertThat(new JcaX509CertificateHolder(certificate.x509()).getIssuer())
                .isEqualTo(new X509CertificateHolder(pki.caCertificate(KeyAlgorithm.SM2)).getSubject());
        return basic.getResponses()[0].getCertStatus();
    }

    private static String verify(String issuer, String subject) throws Exception {
        return openssl.run(
                "verify", "-x509_strict", "-partial_chain", "-vfyopt", Openssl.DISTID, "-trusted", issuer, subject);
    }
}
