package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.ukey.KeyStock;

/** The trading system knows the keys now: they are in use. */
@DiagramBean("activateKeyDelegate")
class ActivateKeyDelegate implements JavaDelegate {

    private final KeyStock stock;

    ActivateKeyDelegate(KeyStock stock) {
        this.stock = stock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stock.activate(execution.getProcessBusinessKey());
    }
}
