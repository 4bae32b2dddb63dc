package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderHistory;
import org.keyway.process.DiagramBean;
import org.keyway.process.LockFacts;

/** Lets the applicant's tool see the renewal; a key that can no longer be renewed is refused, never shown as nothing. */
@DiagramBean("releaseRenewalDelegate")
class ReleaseRenewalDelegate implements JavaDelegate {

    private final LockFacts locks;
    private final OrderHistory history;

    ReleaseRenewalDelegate(LockFacts locks, OrderHistory history) {
        this.locks = locks;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (!locks.isUsable(orderNo)) {
            throw Refusal.UKEY_NOT_USABLE.error();
        }
        history.milestone(orderNo, execution.getCurrentActivityName(), null);
    }
}
