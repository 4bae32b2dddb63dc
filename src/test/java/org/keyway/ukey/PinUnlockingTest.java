package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.KeyUse;
import org.keyway.shared.Problem;
import org.keyway.ukey.OneTimeCodes.Purpose;
import org.keyway.ukey.sandbox.TokenFault;
import org.keyway.ukey.sandbox.TokenFaults;

class PinUnlockingTest {

    private static final String OWN = "Qr8-kite";

    @TempDir
    static Path folder;

    private static Desk desk;
    private static PinUnlocking unlocking;
    private static LockReading reading;

    @BeforeAll
    static void build() {
        desk = new Desk(folder).start();
        unlocking = desk.get(PinUnlocking.class);
        reading = desk.get(LockReading.class);
    }

    @AfterEach
    void resetClock() {
        desk.house.clock.reset();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aLockedKeyIsSeenAsLockedAndOpensWithTheNewPinOnly() {
        String serial = inUse();
        byte[] certificate = certificate(serial);
        lock(serial);
        reading.refresh(serial, false);
        assertThat(status(serial)).isEqualTo(KeyStatus.PIN_LOCKED);
        char[] typed = OWN.toCharArray();
        assertThat(unlocking.toChosen(desk.newOrder(), serial, typed)).isTrue();
        assertThat(typed).as("wiped").containsOnly('\0');
        assertThat(status(serial)).isEqualTo(KeyStatus.ACTIVE);
        login(serial, OWN.toCharArray());
        assertThat(certificate(serial)).isEqualTo(certificate);
        assertThatThrownBy(() -> desk.get(InitialPins.class).current(serial))
                .isInstanceOf(TokenException.class)
                .hasMessage("NOT_LOGGED_IN");
        assertThat(desk.count("pin_unlocking where serial = '" + serial + "' and outcome = 'DONE'"))
                .isEqualTo(1);
    }

    @Test
    void withoutAnOwnPinTheOrderGivesAFreshOneThatTheHouseKnowsAgain() {
        String serial = inUse();
        char[] first = desk.get(InitialPins.class).current(serial);
        unlocking.toChosen(desk.newOrder(), serial, OWN.toCharArray());
        String order = desk.newOrder();
        assertThat(unlocking.toInitial(order, serial)).isTrue();
        char[] second = desk.get(InitialPins.class).current(serial);
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.get(InitialPins.class).reveal(order, 0)).isEqualTo(new String(second));
        login(serial, second);
    }

    @Test
    void whatTheHolderSaysCountsUntilTheKeySaysOtherwise() {
        String serial = inUse();
        reading.refresh(serial, true);
        assertThat(status(serial)).isEqualTo(KeyStatus.PIN_LOCKED);
        reading.refresh(serial, false);
        assertThat(status(serial)).isEqualTo(KeyStatus.ACTIVE);
    }

    @Test
    void aRefusalChangesNothingAndIsCounted() {
        String serial = inUse();
        char[] pin = desk.get(InitialPins.class).current(serial);
        String order = desk.newOrder();
        desk.get(TokenFaults.class).inject(serial, TokenFault.WRITE_ERROR, 1);
        assertThat(unlocking.toInitial(order, serial)).isFalse();
        desk.get(KeyLifecycle.class).hold(serial, order);
        assertThat(unlocking.toInitial(order, serial)).as("suspended").isFalse();
        assertThat(unlocking.failures(order)).isEqualTo(2);
        desk.get(KeyLifecycle.class).release(serial, order);
        assertThat(desk.get(InitialPins.class).current(serial)).isEqualTo(pin);
        login(serial, pin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456", "111111", "abcabc", "with space", "much-too-long-for-a-key"})
    void weakPinsAreRefused(String pin) {
        assertThatThrownBy(() -> PinUnlocking.requireStrong(pin)).isInstanceOf(Problem.class);
    }

    @Test
    void aCodeIsGoodOnceForItsPurposeAndTime() {
        OneTimeCodes codes = desk.get(OneTimeCodes.class);
        String order = desk.newOrder();
        Duration life = Duration.ofMinutes(30);
        codes.issue(order, Purpose.IDENTITY, life, 3);
        codes.issue(order, Purpose.UNLOCK, life, 3);
        String code = codes.reveal(order, Purpose.UNLOCK);
        assertThat(code).matches("\\d{8}").isNotEqualTo(codes.reveal(order, Purpose.IDENTITY));
        refused(order, "00000000".equals(code) ? "00000001" : "00000000", "ukey.once.wrong");
        codes.redeem(order, Purpose.UNLOCK, code);
        refused(order, code, "ukey.once.used");
        assertThat(codes.isRedeemed(order, Purpose.IDENTITY)).isFalse();
        codes.issue(order, Purpose.UNLOCK, life, 3);
        String second = codes.reveal(order, Purpose.UNLOCK);
        desk.house.clock.advance(Duration.ofMinutes(31));
        refused(order, second, "ukey.once.expired");
        codes.issue(order, Purpose.UNLOCK, life, 3);
        codes.issue(order, Purpose.UNLOCK, life, 3);
        assertThat(codes.issueNumber(order, Purpose.UNLOCK)).as("three a day").isEqualTo(3);
        assertThatThrownBy(() -> codes.requireAnother(order, Purpose.UNLOCK, 3)).isInstanceOf(Problem.class);
    }

    private static void refused(String order, String code, String why) {
        assertThatThrownBy(() -> desk.get(OneTimeCodes.class).redeem(order, Purpose.UNLOCK, code))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).code()).isEqualTo(why));
    }

    private static String inUse() {
        WriteOrder order = desk.reserved();
        desk.write(order);
        desk.stock().handOver(order.orderNo());
        desk.stock().activate(order.orderNo());
        return order.serial();
    }

    private static void lock(String serial) {
        try (Token token = desk.get(Tokens.class).open(serial)) {
            while (token.info().state() != TokenInfo.State.USER_PIN_LOCKED) {
                assertThatThrownBy(() -> token.login("wrong-pin".toCharArray())).isInstanceOf(TokenException.class);
            }
        }
    }

    private static void login(String serial, char[] pin) {
        try (Token token = desk.get(Tokens.class).open(serial)) {
            token.login(pin);
        }
    }

    private static byte[] certificate(String serial) {
        try (Token token = desk.get(Tokens.class).open(serial)) {
            return token.certificate(KeyUse.SIGN).orElseThrow();
        }
    }

    private static KeyStatus status(String serial) {
        return desk.stock().find(serial).status();
    }
}
