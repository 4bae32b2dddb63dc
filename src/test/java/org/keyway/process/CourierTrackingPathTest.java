package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CourierTrackingPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("courier-tracking");

    @Test
    void asksEveryHour() {
        ClockBench.fires("courier-tracking");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("followParcelsDelegate");
    }
}
