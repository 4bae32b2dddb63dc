package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconciliationPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("reconciliation");

    @Test
    void theBooksAgree() {
        ClockBench.fires("reconciliation");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("compareBillsDelegate");
    }

    @Test
    void financeSeesToWhatDiffers() {
        ProcessBench.HOUSE.facts.holding.add("unsettled");
        ClockBench.fires("reconciliation");
        ClockBench.completes("reconciliation", "Task_ResolveDifferences");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("compareBillsDelegate");
    }
}
