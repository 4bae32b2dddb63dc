package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.review.Reviews;

/** Opens the returned items, and only these, for correction. */
@DiagramBean("recordReturnDelegate")
class RecordReturnDelegate implements JavaDelegate {

    private final Reviews reviews;

    RecordReturnDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        reviews.openReturnedItems(orderNo);
    }
}
