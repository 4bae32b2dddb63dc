package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefundPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("refund");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void paidIsGivenBack() {
        house.facts.holding.add("paid");
        OrderWalk.of("reason", "ORDER_CANCELLED").start("refund").endsAt("EndEvent_Refunded");
        assertThat(house.calls).containsExactly("refundDelegate", "message refunded");
    }

    @Test
    void transferIsGivenBackByFinance() {
        house.facts.holding.addAll(List.of("paid", "refundByHand"));
        OrderWalk walk =
                OrderWalk.of("reason", "ORDER_CANCELLED").start("refund").isAt("Task_RefundByHand");
        assertThat(house.calls).containsExactly("refundDelegate");
        walk.complete("Task_RefundByHand", "decision", "APPROVE").endsAt("EndEvent_Refunded");
    }

    @Test
    void unpaidNeedsNothing() {
        OrderWalk.of().start("refund").endsAt("EndEvent_NothingToRefund");
        assertThat(house.calls).isEmpty();
    }
}
