package org.keyway.process.delegate;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.LossFacts;
import org.keyway.ukey.LossHolds;

/** Writes down why a reported key is waited for no longer; a request to let it go comes first. */
@DiagramBean("noteCauseDelegate")
class NoteCauseDelegate implements JavaDelegate {

    private final LossFacts losses;
    private final LossHolds cases;
    private final Clock clock;

    NoteCauseDelegate(LossFacts losses, LossHolds cases, Clock clock) {
        this.losses = losses;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (losses.isReleaseAsked(orderNo)) {
            cases.take(orderNo);
            cases.causeIs(orderNo, "RELEASE_REQUESTED");
        } else if (losses.isBeingReplaced(orderNo)
                || clock.instant().isBefore(losses.holdEndsAt(orderNo).toInstant())) {
            cases.causeIs(orderNo, "REPLACEMENT_STARTED");
        } else {
            cases.causeIs(orderNo, "HOLD_LIMIT");
        }
    }
}
