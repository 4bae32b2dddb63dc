package org.keyway.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.subscriber.SignInGuard.Outcome;

class SignInGuardTest {

    private static final String HOME = "192.0.2.1";
    private static final String OFFICE = "192.0.2.2";

    private final Front front = new Front();
    private final SignInGuard guard = front.get(SignInGuard.class);

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void asksAfterThreeAndLocksAfterTen() {
        fail("zhang", HOME, 2);
        assertThat(guard.asksQuestion("zhang")).isFalse();
        fail("zhang", HOME, 1);
        assertThat(guard.asksQuestion("zhang")).isTrue();
        fail("zhang", HOME, 7);
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.LOCKED);
        assertThat(right("zhang", OFFICE)).isEqualTo(Outcome.LOCKED);
        assertThat(right("zhao", HOME)).as("the colleague").isEqualTo(Outcome.ACCEPTED);
        front.clock.advance(Duration.ofMinutes(9));
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.LOCKED);
        front.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRightPasswordForgivesOwnSlips() {
        fail("zhang", HOME, 9);
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.ACCEPTED);
        fail("zhang", HOME, 9);
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.ACCEPTED);
        assertThat(guard.asksQuestion("zhang")).isFalse();
    }

    @Test
    void anAddressThatTriesManyNamesIsLockedWhateverItOwns() {
        for (int i = 0; i < 10; i++) {
            fail("name" + i, HOME, 1);
            if (i < 9) {
                assertThat(right("zhang", HOME)).isEqualTo(Outcome.ACCEPTED);
            }
        }
        assertThat(right("zhang", HOME)).isEqualTo(Outcome.LOCKED);
        assertThat(right("zhang", OFFICE)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void namesThatDoNotExistAreTreatedTheSame() {
        fail("nobody-here", HOME, 10);
        assertThat(guard.attempt("nobody-here", OFFICE, () -> false)).isEqualTo(Outcome.LOCKED);
        assertThat(front.jdbc
                        .sql("select account_hash from sign_in_failure")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains("nobody"));
    }

    @Test
    void manyAtOnceGetNoMoreTries() throws Exception {
        java.util.concurrent.atomic.AtomicInteger looked = new java.util.concurrent.atomic.AtomicInteger();
        var crowd = java.util.concurrent.Executors.newFixedThreadPool(8);
        for (int i = 0; i < 40; i++) {
            crowd.submit(() -> guard.attempt("zhang", HOME, () -> looked.incrementAndGet() < 0));
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(looked).hasValue(10);
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(guard.attempt(account, address, () -> false)).isEqualTo(Outcome.REFUSED);
        }
    }

    private Outcome right(String account, String address) {
        return guard.attempt(account, address, () -> true);
    }
}
