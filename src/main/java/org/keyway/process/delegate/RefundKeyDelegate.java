package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.payment.PaymentService;
import org.keyway.payment.RefundStatus;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeysToMake;
import org.keyway.process.ProcessVariable;

/** Gives back what one key of several has cost. */
@DiagramBean("refundKeyDelegate")
class RefundKeyDelegate implements JavaDelegate {

    private final KeysToMake keys;
    private final PaymentService payments;

    RefundKeyDelegate(KeysToMake keys, PaymentService payments) {
        this.keys = keys;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        int keyIndex = ProcessVariable.KEY_INDEX.in(execution, 0);
        RefundStatus status =
                payments.refundPart(orderNo, keys.refundCents(orderNo, keyIndex), KeysToMake.refundReason(keyIndex));
        if (status == RefundStatus.REFUSED) {
            throw new IllegalStateException("the provider refuses to refund a key of " + orderNo);
        }
    }
}
