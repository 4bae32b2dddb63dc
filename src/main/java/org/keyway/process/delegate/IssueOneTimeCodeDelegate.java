package org.keyway.process.delegate;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.Policy;
import org.keyway.process.StepParameter;
import org.keyway.ukey.OneTimeCodes;
import org.keyway.ukey.OneTimeCodes.Purpose;

/** Makes a code for the {@code purpose} that the diagram names: IDENTITY or UNLOCK. */
@DiagramBean("issueOneTimeCodeDelegate")
class IssueOneTimeCodeDelegate implements JavaDelegate {

    private final OneTimeCodes codes;
    private final Policy policy;

    IssueOneTimeCodeDelegate(OneTimeCodes codes, Policy policy) {
        this.codes = codes;
        this.policy = policy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        codes.issue(
                orderNo,
                Purpose.valueOf(StepParameter.PURPOSE.in(execution)),
                Duration.parse(policy.term(orderNo, "unlockCodeLife")),
                Integer.parseInt(policy.term(orderNo, "unlockCodesPerDay")));
    }
}
