package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchReleasePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("batch-release");

    @Test
    void releasesEveryMorning() {
        ProcessEngine engine = ProcessBench.engine();
        var jobs = engine.getManagementService().createJobQuery().processDefinitionKey("batch-release");
        var timer = jobs.singleResult();
        ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(timer.getId());
        engine.getManagementService().executeJob(jobs.messages().singleResult().getId());
        assertThat(ProcessBench.HOUSE.calls).containsExactly("releaseBatchDelegate");
    }
}
