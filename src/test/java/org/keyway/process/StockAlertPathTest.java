package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StockAlertPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("stock-alert");

    @Test
    void freesWhatWasForgottenAndIsContent() {
        ClockBench.fires("stock-alert");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("freeReservedDelegate");
    }

    @Test
    void asksForMoreWhenThereIsTooLittle() {
        ProcessBench.HOUSE.facts.holding.add("stockLow");
        ClockBench.fires("stock-alert");
        ClockBench.completes("stock-alert", "Task_Restock");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("freeReservedDelegate");
    }
}
