package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRefundPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("key-refund");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void providerGivesThePartBack() {
        OrderWalk.of("keyIndex", 1).start("key-refund").endsAt("EndEvent_KeyRefunded");
        assertThat(house.calls).containsExactly("refundKeyDelegate", "message key_given_up");
    }

    @Test
    void financeTransfersThePartBack() {
        house.facts.holding.add("refundByHand");
        OrderWalk.of("keyIndex", 1)
                .start("key-refund")
                .isAt("Task_RefundByHand")
                .complete("Task_RefundByHand")
                .endsAt("EndEvent_KeyRefunded");
        assertThat(house.calls).containsExactly("refundKeyDelegate", "message key_given_up");
    }
}
