package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.Replacements;

/** Another device takes the place of the old one: the order says so from now on, and how it is written and delivered. */
@DiagramBean("prepareNewKeyDelegate")
class PrepareNewKeyDelegate implements JavaDelegate {

    private final Replacements replacements;

    PrepareNewKeyDelegate(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(replacements.toNewKey(execution.getProcessBusinessKey()));
    }
}
