package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.Problem;

class CertificatesTest {

    @TempDir
    static Path folder;

    private static House house;
    private static Certificates certificates;

    @BeforeAll
    static void build() {
        house = new House(folder).start();
        certificates = house.get(Certificates.class);
    }

    @AfterEach
    void resetClock() {
        house.clock.reset();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theSameRequestKeyGivesTheSameCertificate() {
        var first = certificates.issue(Requests.request("same/SIGN", KeyUse.SIGN));
        var second = certificates.issue(Requests.request("same/SIGN", KeyUse.SIGN));
        assertThat(second.der()).isEqualTo(first.der());
        assertThat(count("certificate where request_key = 'same/SIGN'")).isOne();
    }

    @Test
    void aLostAnswerOfTheCaIsSignedAgainByteForByte() {
        var first = certificates.issue(Requests.request("lost/SIGN", KeyUse.SIGN));
        house.jdbc
                .sql("delete from certificate where request_key = 'lost/SIGN'")
                .update();
        house.jdbc
                .sql("delete from softca_certificate where serial = ?")
                .param(first.serial())
                .update();
        assertThat(certificates
                        .issue(Requests.request("lost/SIGN", KeyUse.SIGN))
                        .der())
                .isEqualTo(first.der());
    }

    @Test
    void anotherKeyUnderTheSameRequestKeyIsAConflict() {
        certificates.issue(Requests.request("other/SIGN", KeyUse.SIGN));
        var foreign = new CertificateRequest(
                "other/SIGN",
                "XB20261121000001",
                "KW1",
                Requests.COMPANY,
                KeyUse.SIGN,
                2,
                null,
                Requests.csr(Requests.pair(2048)));
        assertThatThrownBy(() -> certificates.issue(foreign))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void tenAtOnceGetOneCertificate() throws Exception {
        List<Callable<String>> same = IntStream.range(0, 10)
                .<Callable<String>>mapToObj(i -> () -> certificates
                        .issue(Requests.request("race/SIGN", KeyUse.SIGN))
                        .serial())
                .toList();
        var pool = Executors.newFixedThreadPool(10);
        var serials = new java.util.HashSet<String>();
        for (var answer : pool.invokeAll(same)) {
            serials.add(answer.get());
        }
        pool.shutdown();
        assertThat(serials).hasSize(1);
        assertThat(count("certificate where request_key = 'race/SIGN'")).isOne();
    }

    @Test
    void theCertificateSaysWhatTheProfileSays() throws Exception {
        var x509 = certificates
                .issue(Requests.request("profile/ENCRYPT", KeyUse.ENCRYPT))
                .x509();
        assertThat(x509.getSerialNumber().signum()).isOne();
        assertThat(x509.getSerialNumber().bitLength()).isEqualTo(128);
        assertThat(x509.getKeyUsage()).startsWith(false, false, true, true, false, false, false);
        assertThat(x509.getExtendedKeyUsage()).isNull();
        byte[] uscc = ASN1OctetString.getInstance(x509.getExtensionValue("1.2.86.11.7.4"))
                .getOctets();
        assertThat(DERUTF8String.getInstance(uscc).getString()).isEqualTo(Requests.COMPANY.uscc());
        var now = house.clock.instant();
        assertThat(x509.getNotBefore().toInstant()).isBetween(now.minusSeconds(320), now.minusSeconds(299));
        assertThat(ChronoUnit.DAYS.between(now, x509.getNotAfter().toInstant())).isBetween(729L, 731L);
    }

    @Test
    void aNameThatIsTooLongIsAProblemOfItsField() {
        var holder = new HolderName("测".repeat(65), "", "");
        var request = new CertificateRequest(
                "long/SIGN", "XB1", "KW1", holder, KeyUse.SIGN, 1, null, Requests.csr(Requests.PAIR));
        assertThatThrownBy(() -> certificates.issue(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("organizationName"));
    }

    @Test
    void timeExpiresACertificate() {
        var made = certificates.issue(Requests.request("time/SIGN", KeyUse.SIGN));
        house.clock.advance(Duration.ofDays(732));
        assertThat(certificates.find(made.serial()).state()).isEqualTo(CertificateState.EXPIRED);
        assertThatThrownBy(() -> certificates.hold(made.serial())).isInstanceOf(Problem.class);
    }

    @Test
    void theListIsMadeAgainADayBeforeItEndsAndWhenTheClockGoesBack() throws Exception {
        X509CRL first = crl();
        assertThat(crl()).isEqualTo(first);
        house.clock.advance(Duration.ofDays(6).plusMinutes(1));
        X509CRL second = crl();
        assertThat(second.getThisUpdate()).isAfter(first.getThisUpdate());
        assertThat(number(second)).isEqualTo(number(first) + 1);
        house.clock.reset();
        assertThat(crl().getThisUpdate()).isBefore(second.getThisUpdate());
    }

    @Test
    void concurrentRevocationsAllStandInTheList() throws Exception {
        var serials = IntStream.range(0, 6)
                .mapToObj(i -> certificates
                        .issue(Requests.request("crl" + i, KeyUse.SIGN))
                        .serial())
                .toList();
        var pool = Executors.newFixedThreadPool(6);
        for (var done : pool.invokeAll(serials.stream()
                .<Callable<Boolean>>map(serial -> () -> {
                    certificates.revoke(serial, RevocationReason.CESSATION_OF_OPERATION);
                    return true;
                })
                .toList())) {
            done.get();
        }
        pool.shutdown();
        var list = crl();
        assertThat(serials).allMatch(s -> list.getRevokedCertificate(new java.math.BigInteger(s, 16)) != null);
    }

    @Test
    void theCaSurvivesARestartAndItsKeysAreNotForOthers() throws Exception {
        var before = house.get(PkiPublications.class).caCertificate(KeyAlgorithm.RSA_2048);
        try (House again = new House(folder).start()) {
            assertThat(again.get(PkiPublications.class).caCertificate(KeyAlgorithm.RSA_2048))
                    .isEqualTo(before);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca/ca.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ocspAnswersRubbishWithMalformedRequest() throws Exception {
        var response = new org.bouncycastle.cert.ocsp.OCSPResp(
                house.get(PkiPublications.class).ocsp(KeyAlgorithm.RSA_2048, new byte[] {1, 2}));
        assertThat(response.getStatus()).isEqualTo(org.bouncycastle.cert.ocsp.OCSPResp.MALFORMED_REQUEST);
    }

    private static X509CRL crl() throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        house.get(PkiPublications.class).crl(KeyAlgorithm.RSA_2048)));
    }

    private static long number(X509CRL list) {
        byte[] value =
                ASN1OctetString.getInstance(list.getExtensionValue("2.5.29.20")).getOctets();
        return org.bouncycastle.asn1.ASN1Integer.getInstance(value).getValue().longValue();
    }

    private static int count(String table) {
        return house.jdbc
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
