package org.keyway.ukey.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.Csr;
import org.keyway.certificate.KeyUse;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo.State;
import org.keyway.ukey.TokenProperties;

class SoftTokenTest {

    private static final String SERIAL = "KW00000000018";
    private static final char[] SO = "so-secret-1".toCharArray();
    private static final char[] USER = "19283746".toCharArray();
    private static final char[] WRONG = "00000000".toCharArray();

    @TempDir
    Path folder;

    private SoftTokens tokens;

    @BeforeEach
    void supply() {
        tokens = tokens();
        tokens.supply(SERIAL, "GM3000");
    }

    @Test
    void keysAreMadeOnTheTokenAndProveThemselves() throws Exception {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN);
            byte[] csr = token.certificationRequest(KeyUse.SIGN, SERIAL);
            assertThat(Csr.parse(csr).publicKey().getEncoded())
                    .isEqualTo(token.publicKey(KeyUse.SIGN).orElseThrow());
            byte[] signature = token.sign(KeyUse.SIGN, new byte[] {1, 2, 3});
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new X509EncodedKeySpec(token.publicKey(KeyUse.SIGN).orElseThrow())));
            check.update(new byte[] {1, 2, 3});
            assertThat(check.verify(signature)).isTrue();
        }
    }

    @Test
    void aWrongPinIsPaidForOnDiskAndLocksInTheEnd() {
        initialized().close();
        for (int left = 5; left >= 1; left--) {
            try (Token token = tokens().open(SERIAL)) {
                int expected = left;
                assertThatThrownBy(() -> token.login(WRONG)).isInstanceOfSatisfying(TokenException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.PIN_INCORRECT);
                    assertThat(e.triesLeft()).isEqualTo(expected);
                });
            }
        }
        try (Token token = tokens().open(SERIAL)) {
            fails(Code.PIN_LOCKED, () -> token.login(WRONG));
            fails(Code.PIN_LOCKED, () -> token.login(USER));
            assertThat(token.info().state()).isEqualTo(State.USER_PIN_LOCKED);
        }
    }

    @Test
    void theRightPinGivesTheTriesBack() {
        try (Token token = initialized()) {
            fails(Code.PIN_INCORRECT, () -> token.login(WRONG));
            token.login(USER);
            assertThat(token.info().userTries()).isEqualTo(6);
        }
    }

    @Test
    void theSoPinUnlocksAndKeysSurvive() {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN);
            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> token.login(WRONG)).isInstanceOf(TokenException.class);
            }
            fails(Code.PIN_INCORRECT, () -> token.unlock("so-wrong-1".toCharArray(), "55667788".toCharArray()));
            token.unlock(SO, "55667788".toCharArray());
        }
        try (Token token = tokens().open(SERIAL)) {
            fails(Code.PIN_INCORRECT, () -> token.login(USER));
            token.login("55667788".toCharArray());
            assertThat(token.sign(KeyUse.SIGN, new byte[1])).hasSize(256);
        }
    }

    @Test
    void wipingNeedsTheSoPinAndLeavesNothing() {
        try (Token token = initialized()) {
            token.writeSeal(new byte[] {1});
            fails(Code.PIN_INCORRECT, () -> token.wipe(WRONG));
            token.wipe(SO);
            assertThat(token.info().state()).isEqualTo(State.BLANK);
            assertThat(token.readSeal()).isEmpty();
        }
    }

    @Test
    void nothingHappensWithoutLogin() {
        try (Token token = tokens.open(SERIAL)) {
            fails(Code.NOT_INITIALIZED, () -> token.login(USER));
        }
        try (Token token = initialized()) {
            fails(Code.NOT_LOGGED_IN, () -> token.generateKeyPair(KeyUse.SIGN));
            fails(Code.NOT_LOGGED_IN, () -> token.sign(KeyUse.SIGN, new byte[1]));
            token.login(USER);
            fails(Code.KEY_NOT_FOUND, () -> token.sign(KeyUse.SIGN, new byte[1]));
        }
        fails(Code.DEVICE_REMOVED, () -> tokens.open("KW99999999999"));
        fails(Code.DEVICE_REMOVED, () -> tokens.open("../ca/ca"));
    }

    @Test
    void theFileIsWholeAndPrivateAndHalfWrittenOnesDoNotCount() throws Exception {
        initialized().close();
        Path file = folder.resolve("tokens/" + SERIAL + ".token");
        Files.writeString(file.resolveSibling(file.getFileName() + "123.new"), "{\"serial\":\"half");
        try (Token token = tokens().open(SERIAL)) {
            token.login(USER);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(new String(USER)).doesNotContain(new String(SO));
        tokens.supply(SERIAL, "GM3000");
        assertThat(tokens().open(SERIAL).info().state()).isEqualTo(State.INITIALIZED);
    }

    private Token initialized() {
        Token token = tokens.open(SERIAL);
        token.initialize("label", SO, USER);
        return token;
    }

    private SoftTokens tokens() {
        return new SoftTokens(
                new KeywayProperties(Path.of("."), folder, true, "", ""),
                new TokenProperties(1000, Duration.ofDays(1)));
    }

    private static void fails(Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TokenException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
