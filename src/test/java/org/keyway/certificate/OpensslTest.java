package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an independent tool says about our certificates, revocation lists and status answers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpensslTest {

    @TempDir
    static Path folder;

    private static Openssl tool;
    private static House house;
    private static Certificates certificates;
    private static PkiPublications pki;
    private static IssuedCertificate sign;

    @BeforeAll
    static void issue() throws Exception {
        tool = Openssl.in(folder);
        house = new House(folder.resolve("data")).start();
        certificates = house.get(Certificates.class);
        pki = house.get(PkiPublications.class);
        sign = certificates.issue(Requests.request("openssl/SIGN", KeyUse.SIGN));
        certificates.activate(sign.serial());
        var encrypt = certificates.issue(Requests.request("openssl/ENCRYPT", KeyUse.ENCRYPT));
        pem("sign.pem", "CERTIFICATE", sign.der());
        pem("encrypt.pem", "CERTIFICATE", encrypt.der());
        pem("root.pem", "CERTIFICATE", pki.rootCertificate(KeyAlgorithm.RSA_2048));
        pem("ca.pem", "CERTIFICATE", pki.caCertificate(KeyAlgorithm.RSA_2048));
        Files.writeString(folder.resolve("chain.pem"), pki.chainPem(KeyAlgorithm.RSA_2048));
        lists();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    @Order(1)
    void bothCertificatesVerifyStrictly() throws Exception {
        for (String leaf : List.of("sign.pem", "encrypt.pem")) {
            assertThat(verify(leaf, "-crl_check")).contains(leaf + ": OK");
            assertThat(verify(leaf, "-crl_check_all")).contains(leaf + ": OK");
        }
        assertThat(verify("sign.pem", "-purpose", "sslclient")).contains("sign.pem: OK");
    }

    @Test
    @Order(1)
    void subjectUsageAndDatesAreRight() throws Exception {
        String text = openssl("x509", "-in", "sign.pem", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus,sname");
        assertThat(text)
                .contains("C=CN,O=测试建设有限公司,CN=测试建设有限公司")
                .contains("Digital Signature, Non Repudiation")
                .contains("http://localhost:8080/pki/ca.crl")
                .contains("OCSP - URI:http://localhost:8080/pki/ocsp")
                .contains("CA:FALSE");
        assertThat(openssl("asn1parse", "-in", "sign.pem")).contains("PRINTABLESTRING   :CN");
    }

    @Test
    @Order(2)
    void aHoldIsSeenAndARelease() throws Exception {
        assertThat(ocsp()).contains("sign.pem: good").contains("Response verify OK");
        certificates.hold(sign.serial());
        lists();
        assertThat(verify("sign.pem", "-crl_check")).contains("certificate revoked");
        assertThat(verify("encrypt.pem", "-crl_check")).contains("encrypt.pem: OK");
        assertThat(ocsp()).contains("sign.pem: revoked").contains("certificateHold");
        certificates.release(sign.serial());
        lists();
        assertThat(verify("sign.pem", "-crl_check")).contains("sign.pem: OK");
        assertThat(ocsp()).contains("sign.pem: good");
    }

    @Test
    @Order(3)
    void aRevocationIsSeen() throws Exception {
        certificates.revoke(sign.serial(), RevocationReason.KEY_COMPROMISE);
        lists();
        assertThat(verify("sign.pem", "-crl_check")).contains("certificate revoked");
        assertThat(openssl("crl", "-in", "ca.crl.pem", "-noout", "-text")).contains("Key Compromise");
        assertThat(ocsp()).contains("keyCompromise").contains("Response verify OK");
    }

    private static void lists() throws Exception {
        pem("ca.crl.pem", "X509 CRL", pki.crl(KeyAlgorithm.RSA_2048));
        pem("root.crl.pem", "X509 CRL", pki.rootCrl(KeyAlgorithm.RSA_2048));
    }

    private static String verify(String leaf, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted"));
        command.addAll(List.of("ca.pem", "-CRLfile", "ca.crl.pem", "-CRLfile", "root.crl.pem"));
        command.addAll(List.of(more));
        command.add(leaf);
        return openssl(command.toArray(String[]::new));
    }

    /** Asks over HTTP on loopback, as everybody will. */
    private static String ocsp() throws Exception {
        var server = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pki/ocsp", exchange -> {
            byte[] answer =
                    pki.ocsp(KeyAlgorithm.RSA_2048, exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/pki/ocsp";
            return openssl(
                    "ocsp",
                    "-issuer",
                    "ca.pem",
                    "-cert",
                    "sign.pem",
                    "-url",
                    url,
                    "-CAfile",
                    "root.pem",
                    "-verify_other",
                    "ca.pem");
        } finally {
            server.stop(0);
        }
    }

    private static void pem(String name, String label, byte[] der) throws Exception {
        tool.pem(name, label, der);
    }

    private static String openssl(String... arguments) throws Exception {
        return tool.run(arguments);
    }
}
