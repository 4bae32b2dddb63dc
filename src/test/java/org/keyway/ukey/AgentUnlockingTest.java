package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.KeyUse;
import org.keyway.shared.Problem;
import org.keyway.ukey.OneTimeCodes.Purpose;

/** A new PIN by an agent elsewhere: proved by the key's own signature, and nothing is lost when anything dies. */
class AgentUnlockingTest extends AgentBench {

    private static final char[] OWN = "Heron-2468".toCharArray();

    private static AgentUnlocking unlocking;

    @BeforeAll
    static void take() {
        unlocking = desk.get(AgentUnlocking.class);
    }

    @ParameterizedTest(name = "after the effect: {0}")
    @ValueSource(booleans = {false, true})
    void everyPointResumesToOneNewPin(boolean afterEffect) {
        int point = 0;
        boolean died = true;
        while (died) {
            point++;
            KeyInUse key = KeyInUse.of(desk);
            desk.get(LockReading.class).refresh(key.serial(), true);
            String order = key.locked();
            String code = code(order);
            CRASH.at(point, afterEffect);
            died = dies(key, code);
            CRASH.never();
            if (isAwaited(order)) {
                unlock(key, code);
            }
            assertThat(key.status()).as("point %d", point).isEqualTo(KeyStatus.ACTIVE);
            assertThat(desk.count("pin_unlocking where outcome = 'DONE' and order_no = '" + order + "'"))
                    .isOne();
            assertThatThrownBy(key::pin).isInstanceOf(TokenException.class).hasMessage("NOT_LOGGED_IN");
            opensWith(key, OWN);
        }
        assertThat(point).as("points tried").isGreaterThan(4);
    }

    @Test
    void aLostAnswerIsGivenAgainToWhoHasTheCode() {
        KeyInUse key = KeyInUse.of(desk);
        String order = key.locked();
        String code = code(order);
        byte[] signature = unlock(key, code);
        unlocking.prove(key.serial(), code, signature);
        conflict("ukey.unlocking.none", () -> unlocking.prove(key.serial(), "00000000", signature));
        conflict("ukey.unlocking.none", () -> unlocking.begin(key.serial(), code));
    }

    @Test
    void wrongLateAndWornOutCodesChangeNothing() {
        KeyInUse key = KeyInUse.of(desk);
        String order = key.locked();
        String code = code(order);
        refused("ukey.once.wrong", () -> unlocking.begin(key.serial(), "x"));
        assertThat(unlocking.begin(key.serial(), code).soPin()).isNotEmpty();
        for (int right = 0; right < 6; right++) {
            unlocking.begin(key.serial(), code);
        }
        refused("ukey.serial.mismatch", () -> unlocking.begin("KW99999999999", code));
        for (int wrong = 0; wrong < 4; wrong++) {
            assertThatThrownBy(() -> unlocking.begin(key.serial(), "00000000")).isInstanceOf(Problem.class);
        }
        refused("ukey.once.locked", () -> unlocking.begin(key.serial(), code));
        desk.get(OneTimeCodes.class).issue(order, Purpose.UNLOCK, Duration.ofMinutes(30), 3);
        String second = code(order);
        desk.house.clock.advance(Duration.ofMinutes(31));
        refused("ukey.once.expired", () -> unlocking.begin(key.serial(), second));
        assertThat(isAwaited(order)).isTrue();
        opensWith(key, key.pin());
    }

    @Test
    void onlyTheKeyItselfProvesIt() {
        KeyInUse key = KeyInUse.of(desk);
        KeyInUse other = KeyInUse.of(desk);
        String order = key.locked();
        String code = code(order);
        conflict("ukey.unlocking.unproved", () -> unlocking.prove(key.serial(), code, new byte[64]));
        Unlocking former = unlocking.begin(key.serial(), code);
        Unlocking given = unlocking.begin(key.serial(), code);
        for (byte[] wrong : new byte[][] {
            null, {}, signed(other, other.pin(), given.content()), signed(key, key.pin(), former.content())
        }) {
            conflict("ukey.unlocking.unproved", () -> unlocking.prove(key.serial(), code, wrong));
        }
        assertThat(isAwaited(order)).isTrue();
        unlocking.prove(key.serial(), code, signed(key, key.pin(), given.content()));
        assertThat(isAwaited(order)).isFalse();
    }

    @Test
    void whatTheDeviceRefusesIsCountedAndTheCodeStaysGood() {
        KeyInUse key = KeyInUse.of(desk);
        String order = key.locked();
        String code = code(order);
        unlocking.begin(key.serial(), code);
        unlocking.refuse(key.serial(), code, TokenException.Code.IO);
        unlocking.refuse(key.serial(), code, TokenException.Code.IO);
        assertThat(desk.get(PinUnlocking.class).failures(order))
                .as("one attempt")
                .isOne();
        assertThat(desk.get(AwaitedOrders.class).refused).contains(order);
        desk.get(KeyLifecycle.class).hold(key.serial(), order);
        conflict("ukey.status.SUSPENDED.refuses", () -> unlocking.begin(key.serial(), code));
        desk.get(KeyLifecycle.class).release(key.serial(), order);
        unlock(key, code);
        assertThat(isAwaited(order)).isFalse();
    }

    /** As the agent does it. */
    private static byte[] unlock(KeyInUse key, String code) {
        Unlocking given = unlocking.begin(key.serial(), code);
        byte[] signature;
        try (Token token = plugged.open(key.serial())) {
            token.unlock(given.soPin().toCharArray(), OWN);
            token.login(OWN);
            signature = token.sign(KeyUse.SIGN, given.content());
        }
        unlocking.prove(key.serial(), code, signature);
        return signature;
    }

    private static boolean dies(KeyInUse key, String code) {
        try {
            unlock(key, code);
            return false;
        } catch (Crash.Killed killed) {
            return true;
        }
    }

    private static byte[] signed(KeyInUse key, char[] pin, byte[] content) {
        try (Token token = plugged.open(key.serial())) {
            token.login(pin);
            return token.sign(KeyUse.SIGN, content);
        }
    }

    private static void opensWith(KeyInUse key, char[] pin) {
        try (Token token = plugged.open(key.serial())) {
            token.login(pin);
        }
    }

    private static boolean isAwaited(String order) {
        return desk.get(AwaitedOrders.class).isAwaited(order);
    }

    private static String code(String order) {
        return desk.get(OneTimeCodes.class).reveal(order, Purpose.UNLOCK);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().get(0).code())
                .isEqualTo(code));
    }

    private static void conflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
