package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.certificate.Csr;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Requests;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo.State;

/** What every twin of the port must do, the soft one and the ones behind a driver alike. */
public abstract class TokenContract {

    protected static final char[] SO = "so-secret-1".toCharArray();
    protected static final char[] USER = "19283746".toCharArray();
    protected static final char[] OTHER = "55667788".toCharArray();
    protected static final char[] WRONG = "00000000".toCharArray();
    private static final String LABEL = "XB20261121000001-1-1";

    protected String serial;

    /** A fresh view of the same tokens, as after a restart of the process that reads them. */
    protected abstract Tokens tokens();

    /** The serial number of a token that is blank. */
    protected abstract String blank();

    @BeforeEach
    void plugIn() {
        serial = blank();
    }

    @Test
    void aBlankTokenSaysSoAndIsFoundBySerialOnly() {
        assertThat(tokens().present()).contains(serial);
        try (Token token = tokens().open(serial)) {
            assertThat(token.info().serial()).isEqualTo(serial);
            assertThat(token.info().state()).isEqualTo(State.BLANK);
            assertThat(token.info().userTries()).isEqualTo(PinRule.TRIES);
            assertThat(token.info().algorithms()).contains(KeyAlgorithm.RSA_2048);
            fails(Code.NOT_INITIALIZED, () -> token.login(USER));
            fails(Code.NOT_INITIALIZED, () -> token.changePin(USER, OTHER));
            fails(Code.NOT_INITIALIZED, () -> token.unlock(SO, OTHER));
            fails(Code.PIN_INVALID, () -> token.initialize(LABEL, SO, "123".toCharArray()));
        }
        fails(Code.DEVICE_REMOVED, () -> tokens().open("KW99999999999"));
        fails(Code.DEVICE_REMOVED, () -> tokens().open("../ca/ca"));
        fails(Code.DEVICE_REMOVED, () -> tokens().open(null));
    }

    @Test
    void keysAreMadeOnTheTokenAndProveThemselves() throws Exception {
        try (Token token = initialized()) {
            fails(Code.NOT_LOGGED_IN, () -> token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048));
            token.login(USER);
            fails(Code.KEY_NOT_FOUND, () -> token.sign(KeyUse.SIGN, new byte[1]));
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            byte[] csr = token.certificationRequest(KeyUse.SIGN, serial);
            byte[] publicKey = token.publicKey(KeyUse.SIGN).orElseThrow();
            assertThat(Csr.parse(csr).publicKey().getEncoded()).isEqualTo(publicKey);
            assertThat(new PKCS10CertificationRequest(csr).getSubject()).hasToString("CN=" + serial);
            byte[] signature = token.sign(KeyUse.SIGN, new byte[] {1, 2, 3});
            assertThat(Envelopes.isSigned(publicKey, new byte[] {1, 2, 3}, signature))
                    .isTrue();
            assertThat(Envelopes.isSigned(publicKey, new byte[] {1, 2, 4}, signature))
                    .isFalse();
        }
    }

    @Test
    void certificateAndSealStayAndAreReplacedWhole() {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            byte[] first = certificate(token.publicKey(KeyUse.SIGN).orElseThrow(), 1);
            byte[] second = certificate(token.publicKey(KeyUse.SIGN).orElseThrow(), 2);
            token.importCertificate(KeyUse.SIGN, first);
            token.importCertificate(KeyUse.SIGN, second);
            fails(
                    Code.CERTIFICATE_MISMATCH,
                    () -> token.importCertificate(
                            KeyUse.SIGN, certificate(Requests.PAIR.getPublic().getEncoded(), 3)));
            fails(Code.CERTIFICATE_MISMATCH, () -> token.importCertificate(KeyUse.SIGN, new byte[] {1, 2}));
            fails(Code.KEY_NOT_FOUND, () -> token.importCertificate(KeyUse.ENCRYPT, first));
            token.writeSeal(new byte[] {1});
            token.writeSeal(new byte[40_000]);
        }
        try (Token token = tokens().open(serial)) {
            assertThat(Serials.of(token.certificate(KeyUse.SIGN).orElseThrow())).isEqualTo("2");
            assertThat(token.certificate(KeyUse.ENCRYPT)).isEmpty();
            assertThat(token.readSeal().orElseThrow()).hasSize(40_000);
            assertThat(token.info().label()).isEqualTo(LABEL);
        }
    }

    @Test
    void anEncryptionKeyComesEnvelopedForTheSigningKey() throws Exception {
        KeyPair pair = Requests.pair(2048);
        try (Token token = initialized()) {
            token.login(USER);
            fails(Code.KEY_NOT_FOUND, () -> token.importEncryptionKey(new byte[300]));
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            byte[] envelope = Envelopes.rsa(
                    token.publicKey(KeyUse.SIGN).orElseThrow(),
                    pair.getPrivate().getEncoded());
            byte[] broken = envelope.clone();
            broken[broken.length - 1] ^= 1;
            fails(Code.ENVELOPE_INVALID, () -> token.importEncryptionKey(broken));
            fails(Code.ENVELOPE_INVALID, () -> token.importEncryptionKey(Arrays.copyOf(envelope, 200)));
            token.importEncryptionKey(envelope);
            token.importEncryptionKey(envelope);
            assertThat(token.publicKey(KeyUse.ENCRYPT))
                    .hasValue(pair.getPublic().getEncoded());
            assertThat(Envelopes.isSigned(
                            pair.getPublic().getEncoded(), new byte[7], token.sign(KeyUse.ENCRYPT, new byte[7])))
                    .isTrue();
            token.importCertificate(KeyUse.ENCRYPT, certificate(pair.getPublic().getEncoded(), 5));
        }
    }

    @Test
    void aWrongPinIsPaidForBeforeTheAnswerAndLocksInTheEnd() {
        initialized().close();
        for (int left = PinRule.TRIES - 1; left >= 1; left--) {
            try (Token token = tokens().open(serial)) {
                wrong(left, () -> token.login(WRONG));
                assertThat(tokens().present()).contains(serial);
            }
        }
        try (Token token = tokens().open(serial)) {
            fails(Code.PIN_LOCKED, () -> token.changePin(WRONG, OTHER));
            fails(Code.PIN_LOCKED, () -> token.login(USER));
            assertThat(token.info().state()).isEqualTo(State.USER_PIN_LOCKED);
            assertThat(token.info().userTries()).isZero();
        }
    }

    @Test
    void theRightPinGivesTheTriesBackAndAnotherTakesItsPlace() {
        try (Token token = initialized()) {
            wrong(PinRule.TRIES - 1, () -> token.login(WRONG));
            token.login(USER);
            assertThat(token.info().userTries()).isEqualTo(PinRule.TRIES);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            fails(Code.PIN_INVALID, () -> token.changePin(USER, "1".toCharArray()));
            wrong(PinRule.TRIES - 1, () -> token.changePin(WRONG, OTHER));
            token.changePin(USER, OTHER);
        }
        try (Token token = tokens().open(serial)) {
            fails(Code.PIN_INCORRECT, () -> token.login(USER));
            token.login(OTHER);
            assertThat(token.sign(KeyUse.SIGN, new byte[1])).hasSize(256);
        }
    }

    @Test
    void theSoPinUnlocksAndKeysSurvive() {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            for (int i = 0; i < PinRule.TRIES; i++) {
                assertThatThrownBy(() -> token.login(WRONG)).isInstanceOf(TokenException.class);
            }
            wrong(PinRule.TRIES - 1, () -> token.unlock("so-wrong-1".toCharArray(), OTHER));
            token.unlock(SO, OTHER);
            assertThat(token.info().state()).isEqualTo(State.INITIALIZED);
            assertThat(token.info().soTries()).isEqualTo(PinRule.TRIES);
        }
        try (Token token = tokens().open(serial)) {
            fails(Code.PIN_INCORRECT, () -> token.login(USER));
            token.login(OTHER);
            assertThat(token.sign(KeyUse.SIGN, new byte[1])).hasSize(256);
        }
    }

    @Test
    void wipingNeedsTheSoPinAndLeavesNothing() {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.RSA_2048);
            token.writeSeal(new byte[] {1});
            fails(Code.PIN_INCORRECT, () -> token.wipe(WRONG));
            token.wipe(SO);
            assertThat(token.info().state()).isEqualTo(State.BLANK);
            assertThat(token.readSeal()).isEmpty();
            assertThat(token.publicKey(KeyUse.SIGN)).isEmpty();
            token.initialize(LABEL, "another-so".toCharArray(), OTHER);
            token.login(OTHER);
        }
    }

    @Test
    void aTokenHasOneUserAtATime() throws Exception {
        Token first = tokens().open(serial);
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            tokens().open(serial).close();
            opened.incrementAndGet();
            done.countDown();
        });
        second.start();
        assertThat(done.await(200, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(opened).hasValue(1);
    }

    protected Token initialized() {
        Token token = tokens().open(serial);
        token.initialize(LABEL, SO, USER);
        return token;
    }

    protected static byte[] certificate(byte[] publicKey, int number) {
        try {
            X500Name name = new X500Name("CN=x");
            Date from = new Date(0);
            return new X509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(number),
                            from,
                            new Date(1L << 42),
                            name,
                            SubjectPublicKeyInfo.getInstance(publicKey))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(Requests.PAIR.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wrong(int left, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TokenException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.PIN_INCORRECT);
            assertThat(e.triesLeft()).isEqualTo(left);
        });
    }

    protected static void fails(Code code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TokenException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
