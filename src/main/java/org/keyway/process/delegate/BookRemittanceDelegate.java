package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.payment.RemittanceDesk;
import org.keyway.process.DiagramBean;

/** Books the bank transfer that finance has matched. */
@DiagramBean("bookRemittanceDelegate")
class BookRemittanceDelegate implements JavaDelegate {

    private final RemittanceDesk remittances;

    BookRemittanceDelegate(RemittanceDesk remittances) {
        this.remittances = remittances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        remittances.book(orderNo);
    }
}
