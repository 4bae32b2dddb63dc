package org.keyway.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, PENDING_REVIEW, true",
        "DRAFT, AWAITING_PAYMENT, true",
        "DRAFT, COMPLETED, false",
        "DRAFT, SHIPPED, false",
        "PENDING_REVIEW, RETURNED, true",
        "PENDING_REVIEW, DRAFT, false",
        "RETURNED, PENDING_REVIEW, true",
        "RETURNED, COMPLETED, false",
        "RETURNED, WRITING, false",
        "AWAITING_PAYMENT, TO_PROCESS, true",
        "AWAITING_PAYMENT, SHIPPED, false",
        "AWAITING_PAYMENT, COMPLETED, false",
        "REFUNDING, REFUNDED, true",
        "REFUNDING, SHIPPED, false",
        "SHIPPED, AWAITING_BINDING, true",
        "SHIPPED, EXCEPTION, true",
        "AWAITING_BINDING, COMPLETED, true",
        "EXCEPTION, TO_SHIP, true"
    })
    void knowsWhereAnOrderMayGo(OrderStatus from, OrderStatus to, boolean allowed) {
        assertThat(from.canBecome(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void neverGoesBackToADraftAndNeverLeavesAnEnd(OrderStatus status) {
        assertThat(status.canBecome(status)).isTrue();
        for (OrderStatus next : OrderStatus.values()) {
            if (next != status && (status.isEnd() || next == OrderStatus.DRAFT)) {
                assertThat(status.canBecome(next)).as("%s -> %s", status, next).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"DRAFT", "RETURNED"},
            mode = EnumSource.Mode.EXCLUDE)
    void isLockedForTheApplicantOutsideDraftAndReturn(OrderStatus status) {
        assertThat(status.isEditable()).isFalse();
    }
}
