package org.keyway.process;

import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

/** Lets the hour of a process come that runs by the clock. */
final class ClockBench {

    private ClockBench() {}

    /** Fires the start timer and runs what the machine does next. */
    static void fires(String process) {
        ProcessEngine engine = ProcessBench.engine();
        var jobs = engine.getManagementService().createJobQuery().processDefinitionKey(process);
        var timer = jobs.timers().singleResult();
        ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(timer.getId());
        continues(process);
    }

    /** Completes the one open step of the process. */
    static void completes(String process, String step) {
        ProcessEngine engine = ProcessBench.engine();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .taskDefinitionKey(step)
                .singleResult();
        engine.getTaskService().complete(task.getId());
        continues(process);
    }

    private static void continues(String process) {
        ProcessEngine engine = ProcessBench.engine();
        var next = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(process)
                .messages();
        while (next.count() > 0) {
            next.list().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }
}
