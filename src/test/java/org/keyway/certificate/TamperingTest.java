package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, lists and status answers (RSA): OpenSSL, GnuTLS and we say yes, and after any changed byte all say no. */
class TamperingTest {

    private static final KeyAlgorithm RSA = KeyAlgorithm.RSA_2048;
    private static final int STEP = 37;

    @TempDir
    static Path folder;

    private static House house;
    private static Openssl openssl;
    private static Tool certtool;
    private static Tool ocsptool;
    private static PkiPublications pki;
    private static IssuedCertificate sign;

    /** One of those who look at the same bytes; an answer of false or an exception refuses them. */
    private interface Judge {
        boolean accepts(byte[] der) throws Exception;
    }

    @BeforeAll
    static void issue() throws Exception {
        openssl = Openssl.in(folder);
        certtool = Tool.of("certtool", folder);
        ocsptool = Tool.of("ocsptool", folder);
        house = new House(folder.resolve("data")).start();
        pki = house.get(PkiPublications.class);
        sign = house.get(Certificates.class).issue(Requests.request("tampering", KeyUse.SIGN));
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
    void aCertificate() throws Exception {
        everyChangeIsSeenByAll(sign.der(), TamperingTest::opensslVerifies, TamperingTest::gnutlsVerifies, der -> {
            var certificate = new X509CertificateHolder(der);
            return new X509CertificateHolder(pki.caCertificate(RSA))
                            .getSubject()
                            .equals(certificate.getIssuer())
                    && certificate
                            .getSignatureAlgorithm()
                            .equals(certificate
                                    .toASN1Structure()
                                    .getTBSCertificate()
                                    .getSignature())
                    && byTheCa(
                            certificate.toASN1Structure().getTBSCertificate().getEncoded("DER"),
                            certificate.getSignature());
        });
    }

    @Test
    void aRevocationList() throws Exception {
        everyChangeIsSeenByAll(
                pki.crl(RSA),
                der -> {
                    openssl.pem("list.pem", "X509 CRL", der);
                    return openssl.run("crl", "-in", "list.pem", "-noout", "-CAfile", "cas.pem")
                            .contains("verify OK");
                },
                der -> {
                    openssl.pem("list.pem", "X509 CRL", der);
                    return certtool.run("--verify-crl", "--load-ca-certificate", "ca.pem", "--infile", "list.pem")
                            .contains("Verification output: Verified.");
                },
                der -> {
                    CertificateList list = CertificateList.getInstance(der);
                    return list.getSignatureAlgorithm()
                                    .equals(list.getTBSCertList().getSignature())
                            && byTheCa(
                                    list.getTBSCertList().getEncoded("DER"),
                                    list.getSignature().getOctets());
                });
    }

    @Test
    void aStatusAnswer() throws Exception {
        byte[] question = Questions.about(pki.caCertificate(RSA), sign.x509().getSerialNumber());
        everyChangeIsSeenByAll(
                pki.ocsp(RSA, question),
                der -> Questions.opensslBelieves(openssl, der),
                der -> Questions.gnutlsBelieves(ocsptool, der),
                der -> {
                    var basic = (BasicOCSPResp) new OCSPResp(der).getResponseObject();
                    var responder = basic.getCerts()[0];
                    var holder = responder.toASN1Structure();
                    return byTheCa(holder.getTBSCertificate().getEncoded("DER"), responder.getSignature())
                            && Signatures.verify(
                                    new JcaX509CertificateConverter()
                                            .getCertificate(responder)
                                            .getPublicKey(),
                                    basic.getTBSResponseData(),
                                    basic.getSignature());
                });
    }

    private static void everyChangeIsSeenByAll(byte[] genuine, Judge... judges) throws Exception {
        for (Judge judge : judges) {
            assertThat(judge.accepts(genuine)).as("the genuine one").isTrue();
        }
        List<String> fooled = new ArrayList<>();
        for (int at :
                IntStream.iterate(3, at -> at < genuine.length, at -> at + STEP).toArray()) {
            byte[] changed = genuine.clone();
            changed[at] ^= 0x10;
            for (int judge = 0; judge < judges.length; judge++) {
                if (believes(judges[judge], changed)) {
                    fooled.add("judge " + judge + ", byte " + at + " of " + genuine.length);
                }
            }
        }
        assertThat(fooled).isEmpty();
    }

    private static boolean believes(Judge judge, byte[] der) {
        try {
            return judge.accepts(der);
        } catch (Exception unreadable) {
            // what cannot be read is refused
            return false;
        }
    }

    private static boolean opensslVerifies(byte[] der) throws Exception {
        openssl.pem("changed.pem", "CERTIFICATE", der);
        return openssl.run("verify", "-x509_strict", "-CAfile", "cas.pem", "changed.pem")
                .contains("changed.pem: OK");
    }

    private static boolean gnutlsVerifies(byte[] der) throws Exception {
        openssl.pem("changed.pem", "CERTIFICATE", der);
        return certtool.run("--verify", "--load-ca-certificate", "cas.pem", "--infile", "changed.pem")
                .contains("Chain verification output: Verified.");
    }

    private static boolean byTheCa(byte[] content, byte[] signature) throws Exception {
        var key = new JcaX509CertificateConverter()
                .getCertificate(new X509CertificateHolder(pki.caCertificate(RSA)))
                .getPublicKey();
        return Signatures.verify(key, content, signature);
    }
}
