package org.keyway.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Problem;
import org.keyway.subscriber.SignInGuard.Outcome;

class PasswordResetsTest {

    private static final String MOBILE = "13800000071";
    private static final String NEW = "camellia otter envelope 83";

    private final Front front = new Front();
    private final PasswordResets resets = front.get(PasswordResets.class);

    @BeforeEach
    void register() {
        front.get(Registrations.class).register(new Registration(Forms.organization()), Map.of());
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void setsThePasswordOnceAndLiftsTheLock() {
        SignInGuard guard = front.get(SignInGuard.class);
        for (int i = 0; i < 10; i++) {
            guard.attempt("jianshe01", "192.0.2.1", () -> false);
        }
        String code = sent();
        resets.redeem("jianshe01", code, NEW, NEW);
        assertThat(front.accounts.passwords).containsEntry("jianshe01", NEW);
        assertThat(guard.attempt("jianshe01", "192.0.2.1", () -> true)).isEqualTo(Outcome.ACCEPTED);
        refuses(code, "code");
    }

    @Test
    void keepsOnlyASaltedHash() {
        String code = sent();
        assertThat(code).matches("\\d{6}");
        byte[] hash = front.jdbc
                .sql("select hash from password_reset")
                .query(byte[].class)
                .single();
        assertThat(hash).hasSize(32);
        assertThat(front.jdbc
                        .sql("select * from password_reset")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain("=" + code);
    }

    @Test
    void wrongMobilesAndNamesGetNothing() {
        resets.request("jianshe01", "13800000072");
        resets.request("nobody", MOBILE);
        resets.request("li", MOBILE);
        assertThat(front.sent).isEmpty();
        assertThatThrownBy(() -> resets.redeem("nobody", "123456", NEW, NEW))
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.errors().get(0).code()).isEqualTo("reset.code"));
    }

    @Test
    void fiveTries() {
        String code = sent();
        for (int i = 0; i < 5; i++) {
            refuses(code.equals("000000") ? "111111" : "000000", "code");
        }
        refuses(code, "code");
    }

    @Test
    void weakPasswordsCostNoTry() {
        String code = sent();
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> resets.redeem("jianshe01", code, "12345678", "12345678"))
                    .isInstanceOf(Problem.class);
        }
        resets.redeem("jianshe01", code, NEW, NEW);
    }

    @Test
    void tenMinutes() {
        String code = sent();
        front.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        refuses(code, "code");
    }

    @Test
    void aMinuteBetweenCodesAndFiveADay() {
        sent();
        resets.request("jianshe01", MOBILE);
        assertThat(front.sent).hasSize(1);
        for (int i = 0; i < 6; i++) {
            front.clock.advance(Duration.ofSeconds(61));
            resets.request("jianshe01", MOBILE);
        }
        assertThat(front.sent).hasSize(5);
        String first = front.sent.get(0).split(" ")[1];
        String last = front.sent.get(4).split(" ")[1];
        if (!first.equals(last)) {
            refuses(first, "code");
        }
    }

    private String sent() {
        resets.request("jianshe01", MOBILE);
        return front.sent.get(front.sent.size() - 1).split(" ")[1];
    }

    private void refuses(String code, String field) {
        assertThatThrownBy(() -> resets.redeem("jianshe01", code, NEW, NEW))
                .asInstanceOf(type(Problem.class))
                .satisfies(
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo(field));
    }
}
