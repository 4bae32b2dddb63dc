package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStatusTest {

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void neverStaysByMovingAndNeverBecomesPendingAgain(PaymentStatus status) {
        assertThat(status.canBecome(status)).isFalse();
        assertThat(status.canBecome(PaymentStatus.PENDING)).isFalse();
    }

    @Test
    void closedMoneyCanOnlyBeLate() {
        assertThat(PaymentStatus.CLOSED.canBecome(PaymentStatus.PAID)).isFalse();
        assertThat(PaymentStatus.CLOSED.canBecome(PaymentStatus.LATE)).isTrue();
    }

    @Test
    void whatIsGivenBackWholeIsTheEnd() {
        for (PaymentStatus next : PaymentStatus.values()) {
            assertThat(PaymentStatus.REFUNDED.canBecome(next)).isFalse();
        }
    }
}
