package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Steps that need one of a few decisions, and a reason when it is not the smooth one. */
@Component
class DecisionStep implements StaffStep {

    private static final Map<String, List<String>> DECISIONS = Map.of(
            "Task_ConfirmBinding", List.of("APPROVE", "REJECT"),
            "Task_Assist", List.of("RETRY", "ABORT"),
            "Task_HandleException", List.of("RETRY", "ABORT"),
            "Task_FixInvoice", List.of("RETRY", "ABORT"),
            "Task_HandleService", List.of("APPROVE", "ABORT"));

    /** Waiting for a new name has one way out more: somebody looked it up in the credit library. */
    private static final String NAME_APPROVAL = "name-approval:";

    private static final List<String> NAME_DECISIONS = List.of("APPROVE", "RETRY", "ABORT");

    private final MessageSourceAccessor wording;

    DecisionStep(MessageSource wording) {
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public Set<String> keys() {
        return DECISIONS.keySet();
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        List<String> allowed = task.getProcessDefinitionId().startsWith(NAME_APPROVAL)
                ? NAME_DECISIONS
                : DECISIONS.get(task.getTaskDefinitionKey());
        String decision = ProcessVariable.DECISION.in(task).orElse("");
        String reason = ProcessVariable.REASON.in(task).orElse("");
        if (!allowed.contains(decision)) {
            throw Problem.invalid("decision", "step.decision-unknown", String.join(", ", allowed));
        }
        if (!decision.equals(allowed.get(0)) && reason.isBlank()) {
            throw Problem.invalid("reason", "step.reason-required");
        }
        task.removeVariable(ProcessVariable.REASON.key());
        String text = wording.getMessage("decision." + decision, decision);
        return reason.isBlank() ? text : text + " " + reason;
    }
}
