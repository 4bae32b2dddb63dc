package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExpiryReminderPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("expiry-reminder");

    @Test
    void sweepsEveryMorning() {
        ProcessEngine engine = ProcessBench.engine();
        var jobs = engine.getManagementService().createJobQuery().processDefinitionKey("expiry-reminder");
        var timer = jobs.singleResult();
        var due = timer.getDuedate().toInstant().atZone(ZoneId.of("Asia/Shanghai"));
        assertThat(due.toLocalTime()).hasToString("08:30");
        ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(timer.getId());
        engine.getManagementService().executeJob(jobs.messages().singleResult().getId());
        assertThat(ProcessBench.HOUSE.calls).containsExactly("remindExpiringDelegate");
    }
}
