package org.keyway.process;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.keyway.shared.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the engine's clock with the application's and runs the jobs that became due before the mover gets an answer. */
@Component
class EngineClock {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);
    private static final int ROUNDS = 50;

    private final ManagementService management;

    EngineClock(ManagementService management) {
        this.management = management;
    }

    @EventListener
    public void on(ClockMoved moved) {
        if (moved.offset().equals(Duration.ZERO)) {
            ClockUtil.reset();
            rewindStartTimers();
        } else {
            ClockUtil.offset(moved.offset().toMillis());
        }
        for (int round = 0; round < ROUNDS && runDueJobs(); round++) {
            LOG.debug("due jobs ran, looking for followers");
        }
    }

    /** Processes that start by the clock have already planned their next start from the moved time. */
    private void rewindStartTimers() {
        management.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }

    private boolean runDueJobs() {
        List<Job> due =
                management.createJobQuery().executable().withRetriesLeft().listPage(0, 500);
        due.forEach(this::run);
        return !due.isEmpty();
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException taken) {
            LOG.debug("job {} is run by the job executor", job.getId());
        } catch (RuntimeException failed) {
            LOG.warn(
                    "job {} failed and will be retried: {}",
                    job.getId(),
                    failed.getClass().getSimpleName());
        }
    }
}
