package org.keyway.process;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.keyway.shared.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the engine's clock with the application's and wakes the job executor, which runs what became due before the mover
 * gets an answer.
 */
@Component
class EngineClock {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ManagementService management;
    private final JobExecutor executor;

    EngineClock(ManagementService management, JobExecutor executor) {
        this.management = management;
        this.executor = executor;
    }

    @EventListener
    public void on(ClockMoved moved) {
        if (moved.offset().equals(Duration.ZERO)) {
            ClockUtil.reset();
            rewindStartTimers();
            hastenContinuations();
        } else {
            ClockUtil.offset(moved.offset().toMillis());
        }
        executor.jobWasAdded();
        awaitDueJobs();
    }

    /** Processes that start by the clock have already planned their next start from the moved time. */
    private void rewindStartTimers() {
        management.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }

    /** Continuations are due when they are made; those made while the clock was ahead would wait for that time. */
    private void hastenContinuations() {
        Date now = ClockUtil.now();
        management.createJobQuery().messages().duedateHigherThan(now).list().forEach(job -> hasten(job, now));
    }

    private void hasten(Job job, Date now) {
        try {
            management.setJobDuedate(job.getId(), now);
        } catch (ProcessEngineException ranMeanwhile) {
            LOG.debug("Job {} needs no haste: {}", job.getId(), ranMeanwhile.getMessage());
        }
    }

    private void awaitDueJobs() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isAnythingDue() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isAnythingDue() {
        return management
                        .createJobQuery()
                        .executable()
                        .withRetriesLeft()
                        .active()
                        .count()
                > 0;
    }
}
