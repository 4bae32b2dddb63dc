package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderService;
import org.keyway.process.DiagramBean;
import org.keyway.review.Prechecks;

/** Lets the machine look over the application before a person does. */
@DiagramBean("precheckDelegate")
class PrecheckDelegate implements JavaDelegate {

    private final Prechecks prechecks;
    private final OrderService orders;

    PrecheckDelegate(Prechecks prechecks, OrderService orders) {
        this.prechecks = prechecks;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        prechecks.run(orders.find(orderNo));
    }
}
