package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.sandbox.SandboxMode;

/** A CA that is away makes orders wait, never fail: the register is right at once, the list when the CA is back. */
class AuthorityQueueTest {

    @TempDir
    static Path folder;

    private static House house;
    private static Certificates certificates;
    private static SandboxMode mode;
    private static int count;

    @BeforeAll
    static void start() {
        house = new House(folder).start();
        certificates = house.get(Certificates.class);
        mode = house.get(SandboxMode.class);
    }

    @AfterEach
    void back() {
        mode.setMode("UP");
        house.clock.reset();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "TIMEOUT", "GARBAGE"})
    void aHoldIsInTheRegisterAtOnceAndInTheListWhenTheCaIsBack(String bad) throws Exception {
        String serial = issued();
        mode.setMode(bad);
        certificates.hold(serial);
        assertThat(certificates.find(serial).state()).isEqualTo(CertificateState.ON_HOLD);
        assertThat(isListed(serial)).isFalse();
        assertThat(waiting()).isOne();
        later();
        assertThat(waiting()).as("still away").isOne();
        mode.setMode("UP");
        later();
        assertThat(waiting()).isZero();
        assertThat(isListed(serial)).isTrue();
    }

    @Test
    void whatWaitsGoesOutInOrder() throws Exception {
        String serial = issued();
        mode.setMode("ERROR");
        certificates.hold(serial);
        certificates.release(serial);
        certificates.hold(serial);
        certificates.revoke(serial, RevocationReason.KEY_COMPROMISE);
        assertThat(waiting()).isEqualTo(4);
        mode.setMode("UP");
        later();
        assertThat(waiting()).isZero();
        var reason = list().getRevokedCertificate(new BigInteger(serial, 16)).getExtension(Extension.reasonCode);
        assertThat(ASN1Enumerated.getInstance(reason.getParsedValue()).getValue())
                .isEqualTo(BigInteger.valueOf(RevocationReason.KEY_COMPROMISE.code()));
    }

    @Test
    void manyChangesMakeOneNewList() throws Exception {
        BigInteger before = number();
        for (int i = 0; i < 5; i++) {
            certificates.revoke(issued(), RevocationReason.CESSATION_OF_OPERATION);
        }
        assertThat(number()).isEqualTo(before.add(BigInteger.ONE));
        assertThat(number()).as("nothing changed since").isEqualTo(before.add(BigInteger.ONE));
    }

    @Test
    void aCertificateThatCannotBeIssuedNowIsIssuedOnceLater() {
        CertificateRequest request = Requests.request("away/SIGN", KeyUse.SIGN);
        mode.setMode("TIMEOUT");
        assertThatThrownBy(() -> certificates.issue(request)).isInstanceOf(AuthorityFailure.class);
        mode.setMode("UP");
        IssuedCertificate first = certificates.issue(request);
        assertThat(certificates.issue(request).der()).isEqualTo(first.der());
    }

    private static String issued() {
        String serial = certificates
                .issue(Requests.request("queue/" + ++count, KeyUse.SIGN))
                .serial();
        certificates.activate(serial);
        return serial;
    }

    private static void later() {
        house.clock.advance(Duration.ofHours(2));
        house.get(AuthorityMessenger.class).run();
    }

    private static int waiting() {
        return house.get(AuthorityOrders.class).waiting();
    }

    private static boolean isListed(String serial) throws Exception {
        return list().getRevokedCertificate(new BigInteger(serial, 16)) != null;
    }

    private static BigInteger number() throws Exception {
        return ASN1Integer.getInstance(list().getExtension(Extension.cRLNumber).getParsedValue())
                .getValue();
    }

    private static X509CRLHolder list() throws Exception {
        return new X509CRLHolder(house.get(PkiPublications.class).crl(KeyAlgorithm.RSA_2048));
    }
}
