package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LateRefundPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("late-refund");

    @Test
    void thePayerIsTold() {
        OrderWalk.of().start("late-refund").endsAt("EndEvent_RefundTold");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("message refunded");
    }
}
