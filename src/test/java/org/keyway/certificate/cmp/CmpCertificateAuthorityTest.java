package org.keyway.certificate.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateAuthorityContract;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.House;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.PkiPublications;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.Requests;
import org.keyway.certificate.RevocationReason;

/** Two houses: ours, and the licensed CA that ours reaches by CMP. */
class CmpCertificateAuthorityTest extends CertificateAuthorityContract {

    @TempDir
    static Path folder;

    private static final Map<String, CertificateView> REGISTER = new HashMap<>();

    private static House ours;
    private static House theirs;
    private static CmpResponder responder;
    private static CmpCertificateAuthority authority;

    @BeforeAll
    static void start() throws Exception {
        ours = new House(folder.resolve("ours"), false).start();
        theirs = new House(folder.resolve("theirs"), false).start();
        Map<KeyAlgorithm, Path> chains = new HashMap<>();
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            chains.put(
                    algorithm,
                    Files.writeString(
                            folder.resolve(algorithm + ".pem"),
                            theirs.get(PkiPublications.class).chainPem(algorithm)));
        }
        responder = new CmpResponder(theirs.get(CertificateAuthority.class));
        CmpSettings settings = new CmpSettings(
                true,
                responder.url(),
                "CN=Keyway RA,C=CN",
                "CN=Licensed CA,C=CN",
                "keyway-ra-1",
                CmpResponder.SECRET,
                Duration.ofSeconds(5),
                chains);
        CmpClient client = new CmpClient(settings, ours.clock);
        authority = new CmpCertificateAuthority(
                settings,
                client,
                new Waiting(client, ours.clock),
                ours.get(CertificateAuthority.class),
                serial -> Optional.ofNullable(REGISTER.get(serial)));
    }

    @AfterEach
    void well() {
        responder.fault = CmpResponder.Fault.NONE;
        ours.clock.reset();
    }

    @AfterAll
    static void close() {
        responder.close();
        ours.close();
        theirs.close();
    }

    @Override
    protected CertificateAuthority authority() {
        return authority;
    }

    @Override
    protected void known(CertificateRequest request, IssuedCertificate certificate) {
        REGISTER.put(certificate.serial(), view(certificate));
    }

    @Override
    protected byte[] crl(KeyAlgorithm algorithm) {
        return theirs.get(CertificateAuthority.class).crlDer(algorithm);
    }

    @Test
    void aLostAnswerDoesNotMakeASecondCertificate() {
        PreparedCertificate prepared = prepared(request(KeyAlgorithm.RSA_2048, KeyUse.SIGN));
        int before = responder.issued();
        int confirmed = responder.confirmed;
        responder.fault = CmpResponder.Fault.LOSES_ANSWER;
        assertThatThrownBy(() -> authority.issue(prepared)).isInstanceOf(AuthorityFailure.class);
        assertThat(responder.confirmed).isEqualTo(confirmed);
        authority.issue(prepared);
        assertThat(responder.issued()).isEqualTo(before + 1);
        assertThat(responder.confirmed).isEqualTo(confirmed + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = CmpResponder.Fault.class,
            names = {"WRONG_SECRET", "RUBBISH", "OTHER_NONCE", "EMPTY"})
    void anAnswerThatCannotBeBelievedIsAFailureNotACertificate(CmpResponder.Fault fault) {
        PreparedCertificate prepared = prepared(request(KeyAlgorithm.RSA_2048, KeyUse.SIGN));
        int confirmed = responder.confirmed;
        responder.fault = fault;
        assertThatThrownBy(() -> authority.issue(prepared)).isInstanceOf(AuthorityFailure.class);
        assertThat(responder.confirmed).isEqualTo(confirmed);
    }

    @Test
    void noChangedByteOfAnAnswerGivesACertificate() {
        PreparedCertificate prepared = prepared(request(KeyAlgorithm.SM2, KeyUse.SIGN));
        Random random = new Random(20261121);
        int confirmed = responder.confirmed;
        responder.fault = CmpResponder.Fault.DAMAGED;
        for (int round = 0; round < 120; round++) {
            responder.damagedAt = random.nextInt(100_000);
            assertThatThrownBy(() -> authority.issue(prepared))
                    .as("byte %d", responder.damagedAt)
                    .isInstanceOf(AuthorityFailure.class);
            assertThat(responder.confirmed).as("byte %d", responder.damagedAt).isEqualTo(confirmed);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aCaThatWaitsIsAskedAgainWhenItWants(KeyAlgorithm algorithm) {
        PreparedCertificate prepared = prepared(request(algorithm, KeyUse.SIGN));
        int before = responder.issued();
        int polled = responder.polled;
        int confirmed = responder.confirmed;
        responder.fault = CmpResponder.Fault.WAITS;
        assertThatThrownBy(() -> authority.issue(prepared))
                .isInstanceOf(AuthorityFailure.class)
                .hasMessageContaining("waiting");
        assertThatThrownBy(() -> authority.issue(prepared)).isInstanceOf(AuthorityFailure.class);
        assertThat(responder.polled).as("not before it wants").isEqualTo(polled + 1);
        ours.clock.advance(Duration.ofSeconds(CmpResponder.CHECK_AFTER + 1));
        assertThatThrownBy(() -> authority.issue(prepared)).isInstanceOf(AuthorityFailure.class);
        assertThat(responder.polled).isEqualTo(polled + 2);
        assertThat(responder.confirmed).isEqualTo(confirmed);
        responder.fault = CmpResponder.Fault.NONE;
        ours.clock.advance(Duration.ofSeconds(CmpResponder.CHECK_AFTER + 1));
        assertThat(authority.issue(prepared).der()).isNotEmpty();
        assertThat(responder.issued()).isEqualTo(before + 1);
        assertThat(responder.confirmed).isEqualTo(confirmed + 1);
    }

    @Test
    void whatTheBuiltInCaIssuedStaysWithIt() throws Exception {
        IssuedCertificate old =
                ours.get(Certificates.class).issue(Requests.request(KeyAlgorithm.SM2, "cmp/old", KeyUse.SIGN));
        known(null, old);
        authority.revoke(old.serial(), RevocationReason.SUPERSEDED);
        var list = new org.bouncycastle.cert.X509CRLHolder(authority.publisher().crlDer(KeyAlgorithm.SM2));
        assertThat(list.getRevokedCertificate(old.x509().getSerialNumber())).isNotNull();
        assertThat(new org.bouncycastle.cert.X509CRLHolder(crl(KeyAlgorithm.SM2))
                        .getRevokedCertificate(old.x509().getSerialNumber()))
                .isNull();
    }

    @Test
    void settingsThatAreNotSafeStopTheStart() {
        assertThatThrownBy(() -> settings("http://ca.example.com/cmp", CmpResponder.SECRET))
                .hasMessageContaining("url (https)");
        assertThatThrownBy(() -> settings("https://ca.example.com/cmp", "short"))
                .hasMessageContaining("secret");
        assertThat(settings("https://ca.example.com/cmp", CmpResponder.SECRET).toString())
                .doesNotContain(CmpResponder.SECRET);
    }

    private static CmpSettings settings(String url, String secret) {
        return new CmpSettings(
                true,
                java.net.URI.create(url),
                "CN=a",
                "CN=b",
                "r",
                secret,
                Duration.ofSeconds(1),
                Map.of(KeyAlgorithm.RSA_2048, Path.of("x")));
    }

    private static CertificateView view(IssuedCertificate certificate) {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(certificate.der())
                + "\n-----END CERTIFICATE-----\n";
        return new CertificateView(
                certificate.serial(),
                KeyUse.SIGN,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                CertificateState.ACTIVE,
                "KW00000000018",
                "",
                pem);
    }
}
