package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.payment.PaymentService;
import org.keyway.process.DiagramBean;

/** Closes the demand: money that comes later goes back. */
@DiagramBean("closePaymentDelegate")
class ClosePaymentDelegate implements JavaDelegate {

    private final PaymentService payments;

    ClosePaymentDelegate(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        payments.close(orderNo);
    }
}
