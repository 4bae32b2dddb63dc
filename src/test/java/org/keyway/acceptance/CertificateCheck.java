package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at an issued certificate with the JDK and, when it is there, with OpenSSL: tools that are not ours. */
final class CertificateCheck {

    private final Keyway keyway;
    private final JdbcClient jdbc;

    CertificateCheck(Keyway keyway, JdbcClient jdbc) {
        this.keyway = keyway;
        this.jdbc = jdbc;
    }

    /** Serial, dates, names and use agree with what the API says, and the chain verifies strictly with its CRL. */
    void verifies(JsonNode shown, JsonNode fields) {
        try {
            byte[] der = jdbc.sql("select der from certificate where serial = ?")
                    .param(shown.get("serial").asText())
                    .query(byte[].class)
                    .single();
            X509Certificate certificate = read(der);
            agrees(certificate, shown, fields);
            openssl(der);
        } catch (Exception e) {
            // whatever goes wrong, the failure names the certificate
            throw new AssertionError("certificate " + shown, e);
        }
    }

    /** The chain verifies strictly with its CRL. */
    void chains(JsonNode shown, Instant at) {
        byte[] der = jdbc.sql("select der from certificate where serial = ?")
                .param(shown.get("serial").asText())
                .query(byte[].class)
                .single();
        try {
            openssl(der, "-attime", String.valueOf(at.getEpochSecond()));
        } catch (IOException e) {
            throw new AssertionError("certificate " + shown, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void agrees(X509Certificate certificate, JsonNode shown, JsonNode fields) throws Exception {
        assertThat(certificate.getSerialNumber())
                .isEqualTo(new BigInteger(shown.get("serial").asText(), 16));
        assertThat(certificate.getSerialNumber().bitLength()).isBetween(60, 159);
        assertThat(certificate.getSubjectX500Principal().getName())
                .contains(fields.get("organizationName").asText());
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("RSA");
        boolean[] use = certificate.getKeyUsage();
        boolean sign = shown.get("use").asText().equals("SIGN");
        assertThat(use[0]).as("digitalSignature").isEqualTo(sign);
        assertThat(use[2] || use[3]).as("encipherment").isEqualTo(!sign);
        assertThat(use[5]).as("keyCertSign").isFalse();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        Instant notAfter = OffsetDateTime.parse(shown.get("notAfter").asText()).toInstant();
        assertThat(certificate.getNotAfter().toInstant().truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(notAfter.truncatedTo(ChronoUnit.SECONDS));
        long years = Math.round(ChronoUnit.DAYS.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant())
                / 365.0);
        assertThat(years).isEqualTo(fields.get("years").asLong());
    }

    private void openssl(byte[] der, String... more) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("keyway-openssl-");
        byte[] ca = keyway.anonymous().get("/pki/ca.crt").expect(200).bytes();
        byte[] crl = keyway.anonymous().get("/pki/ca.crl").expect(200).bytes();
        Path leaf = Files.writeString(folder.resolve("leaf.pem"), pem("CERTIFICATE", der));
        Path chain = Files.write(folder.resolve("ca.pem"), ca);
        Path list = Files.writeString(folder.resolve("crl.pem"), pem("X509 CRL", crl));
        List<String> command = new ArrayList<>(List.of("openssl", "verify"));
        command.addAll(List.of(more));
        command.addAll(List.of(
                "-x509_strict",
                "-crl_check",
                "-CAfile",
                chain.toString(),
                "-CRLfile",
                list.toString(),
                leaf.toString()));
        ProcessBuilder verify = new ProcessBuilder(command);
        Process process;
        try {
            process = verify.redirectErrorStream(true).start();
        } catch (IOException absent) {
            assertThat(Boolean.getBoolean("keyway.ci"))
                    .as("openssl is missing, the chain was not verified")
                    .isFalse();
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static String pem(String kind, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.startsWith("-----BEGIN")
                ? text
                : "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                        + "-----\n";
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
