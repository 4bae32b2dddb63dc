package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a certificate (RSA) as list and status answers tell it to OpenSSL and GnuTLS. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatusAgreementTest {

    private static final KeyAlgorithm RSA = KeyAlgorithm.RSA_2048;

    @TempDir
    static Path folder;

    private static House house;
    private static Openssl openssl;
    private static Tool certtool;
    private static Tool ocsptool;
    private static Certificates certificates;
    private static PkiPublications pki;
    private static IssuedCertificate sign;

    @BeforeAll
    static void issue() throws Exception {
        openssl = Openssl.in(folder);
        certtool = Tool.of("certtool", folder);
        ocsptool = Tool.of("ocsptool", folder);
        house = new House(folder.resolve("data")).start();
        certificates = house.get(Certificates.class);
        pki = house.get(PkiPublications.class);
        sign = certificates.issue(Requests.request("agreement", KeyUse.SIGN));
        certificates.activate(sign.serial());
        openssl.pem("root.pem", "CERTIFICATE", pki.rootCertificate(RSA));
        openssl.pem("ca.pem", "CERTIFICATE", pki.caCertificate(RSA));
        openssl.pem("sign.pem", "CERTIFICATE", sign.der());
        Files.writeString(folder.resolve("cas.pem"), pki.chainPem(RSA));
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    @Order(1)
    void goodThenHeldThenReleasedThenRevoked() throws Exception {
        all("good", true);
        certificates.hold(sign.serial());
        all("revoked", false);
        certificates.release(sign.serial());
        all("good", true);
        certificates.revoke(sign.serial(), RevocationReason.KEY_COMPROMISE);
        all("revoked", false);
    }

    @Test
    @Order(2)
    void anAnswerAboutAnotherCertificateProvesNothing() throws Exception {
        byte[] other = answer(BigInteger.TEN);
        assertThat(Questions.gnutls(ocsptool, other)).contains("Certificate Status: unknown", "Success");
        assertThat(Questions.openssl(openssl, other))
                .contains("No Status found")
                .doesNotContain("sign.pem: good");
    }

    @Test
    @Order(2)
    void theResponderIsDelegatedForThisAlone() throws Exception {
        var basic = (BasicOCSPResp) new OCSPResp(answer(sign.x509().getSerialNumber())).getResponseObject();
        openssl.pem("responder.pem", "CERTIFICATE", basic.getCerts()[0].getEncoded());
        assertThat(openssl.run("x509", "-in", "responder.pem", "-noout", "-text"))
                .contains("OCSP Signing", "OCSP No Check", "CA:FALSE")
                .doesNotContain("Certificate Sign");
        assertThat(openssl.run(
                        "verify", "-x509_strict", "-purpose", "ocsphelper", "-CAfile", "cas.pem", "responder.pem"))
                .contains("responder.pem: OK");
    }

    /** Signed by a holder of one of our certificates: it is of our CA, but nobody made it a responder. */
    @Test
    @Order(2)
    void aHolderCannotAnswerForTheCa() throws Exception {
        byte[] forged = forged(answer(sign.x509().getSerialNumber()));
        assertThat(Questions.openssl(openssl, forged)).contains("Response Verify Failure");
        assertThat(Questions.gnutlsBelieves(ocsptool, forged)).isFalse();
    }

    private static byte[] forged(byte[] genuine) throws Exception {
        var basic = (BasicOCSPResp) new OCSPResp(genuine).getResponseObject();
        X509CertificateHolder holder = new X509CertificateHolder(sign.der());
        BasicOCSPRespBuilder lie = new BasicOCSPRespBuilder(new RespID(holder.getSubject()));
        Date now = Date.from(house.clock.instant());
        Date later = Date.from(house.clock.instant().plusSeconds(600));
        lie.addResponse(basic.getResponses()[0].getCertID(), CertificateStatus.GOOD, now, later, null);
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(Requests.PAIR.getPrivate());
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, lie.build(signer, new X509CertificateHolder[] {holder}, now))
                .getEncoded();
    }

    private static void all(String status, boolean passes) throws Exception {
        byte[] answer = answer(sign.x509().getSerialNumber());
        assertThat(Questions.openssl(openssl, answer)).contains("Response verify OK", "sign.pem: " + status);
        assertThat(Questions.gnutls(ocsptool, answer)).contains("Certificate Status: " + status, "Success");
        openssl.pem("ca.crl", "X509 CRL", pki.crl(RSA));
        openssl.pem("root.crl", "X509 CRL", pki.rootCrl(RSA));
        String verdict = openssl.run(
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-CAfile",
                "cas.pem",
                "-CRLfile",
                "ca.crl",
                "-CRLfile",
                "root.crl",
                "sign.pem");
        assertThat(verdict).contains(passes ? "sign.pem: OK" : "certificate revoked");
        assertThat(certtool.run(
                        "--verify", "--load-ca-certificate", "cas.pem", "--load-crl", "ca.crl", "--infile", "sign.pem"))
                .contains("Chain verification output: " + (passes ? "Verified." : "Not verified."));
    }

    private static byte[] answer(BigInteger serial) throws Exception {
        byte[] question = Questions.about(pki.caCertificate(RSA), serial);
        assertThat(new OCSPReq(question).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .isNull();
        return pki.ocsp(RSA, question);
    }
}
