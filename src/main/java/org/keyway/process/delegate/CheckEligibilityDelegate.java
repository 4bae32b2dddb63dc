package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderService;
import org.keyway.process.DiagramBean;
import org.keyway.trading.TradingDesk;

/** Asks whether the subject may have a lock at all: the credit library must have approved it. */
@DiagramBean("checkEligibilityDelegate")
class CheckEligibilityDelegate implements JavaDelegate {

    private final OrderService orders;
    private final TradingDesk trading;

    CheckEligibilityDelegate(OrderService orders, TradingDesk trading) {
        this.orders = orders;
        this.trading = trading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (!trading.creditOf(orders.find(orderNo).applicant()).isApproved()) {
            throw Refusal.NOT_ELIGIBLE.error();
        }
    }
}
