package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.payment.RemittanceDesk;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Finance has looked for a bank transfer: it matches, it does not, or it is not there. The other orders that the same
 * transfer pays hear the same.
 */
@Component
class RemittanceStep implements StaffStep {

    private static final String MATCHED = "APPROVE";
    private static final List<String> DECISIONS = List.of(MATCHED, "RETURN", "REJECT");
    private static final int LONGEST = 500;

    private final RemittanceDesk remittances;
    private final SharedTransfer shared;
    private final MessageSourceAccessor wording;

    RemittanceStep(RemittanceDesk remittances, SharedTransfer shared, MessageSource wording) {
        this.remittances = remittances;
        this.shared = shared;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public Set<String> keys() {
        return Set.of("Task_ConfirmRemittance");
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        String decision = ProcessVariable.DECISION.in(task).orElse("");
        String reason = ProcessVariable.REASON.in(task).orElse("").strip();
        if (!DECISIONS.contains(decision)) {
            throw Problem.invalid("decision", "step.decision-unknown", String.join(", ", DECISIONS));
        }
        if (reason.length() > LONGEST) {
            throw Problem.invalid("reason", "step.reason-too-long", String.valueOf(LONGEST));
        }
        if (decision.equals(MATCHED)) {
            remittances.match(orderNo, handler);
        } else if (reason.isBlank()) {
            throw Problem.invalid("reason", "step.remittance-reason-required");
        } else {
            remittances.sendBack(orderNo, reason, handler);
        }
        shared.waiting(orderNo, task.getTaskDefinitionKey()).stream()
                .filter(remittances::isSubmitted)
                .findFirst()
                .ifPresent(next -> shared.complete(
                        next, task.getTaskDefinitionKey(), handler, Map.of("decision", decision, "reason", reason)));
        task.removeVariable(ProcessVariable.REASON.key());
        String text = wording.getMessage("remittance.decision." + decision);
        return reason.isBlank() ? text : text + " " + reason;
    }
}
