package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.shared.Problem;

class AuthorizationCodesTest {

    @TempDir
    static Path folder;

    private static Desk desk;
    private static AuthorizationCodes codes;

    @BeforeAll
    static void build() {
        desk = new Desk(folder).start();
        codes = desk.get(AuthorizationCodes.class);
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
    void theCodeOpensItsOwnKeyUntilThatIsWritten() {
        WriteOrder order = desk.reserved();
        codes.issue(order.orderNo(), 1);
        String code = codes.reveal(order.orderNo(), 1);
        assertThat(code).matches("\\d{8}");
        codes.redeem(order.orderNo(), 1, order.serial(), " " + code + " ");
        codes.redeem(order.orderNo(), 1, order.serial(), code);
        desk.write(order);
        refused(order, code, "ukey.code.used");
    }

    @Test
    void fiveWrongTriesLockItEvenForTheRightCode() {
        WriteOrder order = desk.reserved();
        codes.issue(order.orderNo(), 1);
        String code = codes.reveal(order.orderNo(), 1);
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        for (int left = 4; left >= 1; left--) {
            int expected = left;
            refused(order, wrong, "ukey.code.wrong").satisfies(problem -> assertThat(
                            ((Problem) problem).errors().get(0).arguments())
                    .containsExactly(expected));
        }
        refused(order, wrong, "ukey.code.locked");
        refused(order, code, "ukey.code.locked");
        codes.issue(order.orderNo(), 1);
        assertThat(codes.reveal(order.orderNo(), 1)).isNotEqualTo(code);
        refused(order, code, "ukey.code.wrong");
        codes.redeem(order.orderNo(), 1, order.serial(), codes.reveal(order.orderNo(), 1));
    }

    @Test
    void itExpires() {
        WriteOrder order = desk.reserved();
        codes.issue(order.orderNo(), 1, Duration.ofHours(2));
        desk.house.clock.advance(Duration.ofHours(3));
        refused(order, codes.reveal(order.orderNo(), 1), "ukey.code.expired");
    }

    @Test
    void itIsBoundToItsKey() {
        WriteOrder order = desk.reserved();
        WriteOrder other = desk.reserved();
        codes.issue(order.orderNo(), 1);
        String code = codes.reveal(order.orderNo(), 1);
        assertThatThrownBy(() -> codes.redeem(order.orderNo(), 1, other.serial(), code))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("keySerial"));
    }

    @Test
    void noTableHoldsACodeOrPin() {
        WriteOrder order = desk.reserved();
        codes.issue(order.orderNo(), 1);
        desk.write(order);
        String code = codes.reveal(order.orderNo(), 1);
        String pin = desk.get(InitialPins.class).reveal(order.orderNo(), 1);
        String dump = String.join(
                "\n", desk.house.jdbc.sql("script").query(String.class).list());
        assertThat(dump).contains(order.orderNo()).doesNotContain(code).doesNotContain(pin);
    }

    @ParameterizedTest
    @CsvSource({"12345678,true", "98765432,true", "11111111,true", "12121212,true", "19283746,false"})
    void trivialPinsAreAvoided(String pin, boolean trivial) {
        assertThat(PinRule.isTrivial(pin)).isEqualTo(trivial);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(WriteOrder order, String code, String why) {
        return assertThatThrownBy(() -> codes.redeem(order.orderNo(), 1, order.serial(), code))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.errors().get(0).field()).isEqualTo("authorizationCode");
                    assertThat(problem.errors().get(0).code()).isEqualTo(why);
                });
    }
}
