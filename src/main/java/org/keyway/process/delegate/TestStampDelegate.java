package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ProcessVariable;
import org.keyway.ukey.TestStamps;

/** Lets the key sign and checks the signature with its certificate. */
@DiagramBean("testStampDelegate")
class TestStampDelegate implements JavaDelegate {

    private final TestStamps stamps;

    TestStampDelegate(TestStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (!stamps.stamp(orderNo, ProcessVariable.KEY_INDEX.in(execution, 0))) {
            throw Refusal.SEAL_TEST_FAILED.error();
        }
    }
}
