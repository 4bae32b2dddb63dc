package org.keyway.process.step;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.payment.BillCheck;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Finance has looked into every difference of the books and says what was done. */
@Component
class DifferenceStep implements StaffStep {

    private final BillCheck bills;

    DifferenceStep(BillCheck bills) {
        this.bills = bills;
    }

    @Override
    public Set<String> keys() {
        return Set.of("Task_ResolveDifferences");
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        String note = ProcessVariable.REASON
                .in(task)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= 500)
                .orElseThrow(() -> Problem.invalid("reason", "step.difference-note-required"));
        bills.settle(handler, note);
        task.removeVariable(ProcessVariable.REASON.key());
        return note;
    }
}
