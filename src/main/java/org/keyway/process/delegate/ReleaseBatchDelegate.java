package org.keyway.process.delegate;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.FactCorrelation;
import org.keyway.process.WorkingTime;
import org.keyway.shared.KeywayClock;

/** On a working day, lets every order go on that waited for the next batch. */
@DiagramBean("releaseBatchDelegate")
class ReleaseBatchDelegate implements JavaDelegate {

    private final FactCorrelation correlation;
    private final WorkingTime workingTime;
    private final Clock clock;

    ReleaseBatchDelegate(FactCorrelation correlation, WorkingTime workingTime, Clock clock) {
        this.correlation = correlation;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock);
        if (workingTime.isWorkingDay(today)) {
            correlation.releaseBatch(today.atStartOfDay(KeywayClock.ZONE).toInstant());
        }
    }
}
