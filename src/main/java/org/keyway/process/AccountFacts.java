package org.keyway.process;

import org.camunda.bpm.engine.TaskService;
import org.keyway.payment.BillCheck;
import org.springframework.context.annotation.Lazy;

/** What the nightly reconciliation asks. */
@DiagramBean("accounts")
public class AccountFacts {

    private final BillCheck bills;
    private final TaskService tasks;

    AccountFacts(@Lazy BillCheck bills, @Lazy TaskService tasks) {
        this.bills = bills;
        this.tasks = tasks;
    }

    /** Whether something differs and finance has not been asked to see to it yet. */
    public boolean isUnsettled() {
        return !bills.open().isEmpty()
                && tasks.createTaskQuery()
                                .processDefinitionKey("reconciliation")
                                .taskDefinitionKey("Task_ResolveDifferences")
                                .count()
                        == 0;
    }
}
