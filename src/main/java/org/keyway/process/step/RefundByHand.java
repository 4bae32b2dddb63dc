package org.keyway.process.step;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.payment.RemittanceDesk;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Finance has transferred a refund back. */
@Component
class RefundByHand implements StaffStep {

    private static final String DONE = "APPROVE";

    private final RemittanceDesk remittances;
    private final MessageSourceAccessor wording;

    RefundByHand(RemittanceDesk remittances, MessageSource wording) {
        this.remittances = remittances;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public Set<String> keys() {
        return Set.of("Task_RefundByHand");
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        if (!ProcessVariable.DECISION.in(task).orElse("").equals(DONE)) {
            throw Problem.invalid("decision", "step.decision-unknown", DONE);
        }
        remittances.refunded(orderNo, handler);
        return wording.getMessage("remittance.refunded");
    }
}
