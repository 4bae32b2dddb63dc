package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.Replacements;

/** Holds a key back at once that is out of its holder's hands, and tells the case of its loss. */
@DiagramBean("suspendLostKeyDelegate")
class SuspendLostKeyDelegate implements JavaDelegate {

    private final Replacements replacements;

    SuspendLostKeyDelegate(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replacements.secure(execution.getProcessBusinessKey());
    }
}
