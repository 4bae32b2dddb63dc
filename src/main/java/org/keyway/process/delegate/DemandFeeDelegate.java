package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.CaseFacts;
import org.keyway.payment.PaymentService;
import org.keyway.process.DiagramBean;
import org.keyway.process.OrderFacts;
import org.keyway.process.ProcessVariable;

/** Records what is owed, once per order. */
@DiagramBean("demandFeeDelegate")
class DemandFeeDelegate implements JavaDelegate {

    private final OrderFacts facts;
    private final PaymentService payments;
    private final CaseFacts caseFacts;

    DemandFeeDelegate(OrderFacts facts, PaymentService payments, CaseFacts caseFacts) {
        this.facts = facts;
        this.payments = payments;
        this.caseFacts = caseFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        long cents = facts.feeCents(orderNo);
        payments.demand(orderNo, cents);
        caseFacts.feeIs(orderNo, cents);
        execution.setVariable(ProcessVariable.FEE_CENTS.key(), cents);
    }
}
