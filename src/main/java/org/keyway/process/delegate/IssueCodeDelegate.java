package org.keyway.process.delegate;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.Policy;
import org.keyway.process.ProcessVariable;
import org.keyway.ukey.AuthorizationCodes;

/** Makes a one-time authorization code for the key that is next. */
@DiagramBean("issueCodeDelegate")
class IssueCodeDelegate implements JavaDelegate {

    private final AuthorizationCodes codes;
    private final Policy policy;

    IssueCodeDelegate(AuthorizationCodes codes, Policy policy) {
        this.codes = codes;
        this.policy = policy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        int keyIndex = ProcessVariable.KEY_INDEX.in(execution, 0);
        codes.issue(orderNo, keyIndex, Duration.parse(policy.selfWriteLimit(orderNo)));
    }
}
