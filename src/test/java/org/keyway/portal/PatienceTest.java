package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class PatienceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatMetAJobIsDoneAgain() {
        Patience.with(() -> failing(2));
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatMeetsOneJobAfterTheOtherIsToldInTheEnd() {
        assertThatThrownBy(() -> Patience.with(() -> failing(100)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(tries).hasValue(6);
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThatThrownBy(() -> Patience.with(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    private void failing(int times) {
        if (tries.incrementAndGet() <= times) {
            throw new OptimisticLockingFailureException("a job was first");
        }
    }
}
