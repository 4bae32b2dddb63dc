package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ProcessVariable;
import org.keyway.ukey.GivenUpKeys;

/** One key of several is made no more; what was begun on it is void. */
@DiagramBean("giveUpKeyDelegate")
class GiveUpKeyDelegate implements JavaDelegate {

    private final GivenUpKeys givenUp;

    GiveUpKeyDelegate(GivenUpKeys givenUp) {
        this.givenUp = givenUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        givenUp.giveUp(execution.getProcessBusinessKey(), ProcessVariable.KEY_INDEX.in(execution, 0));
    }
}
