package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.ukey.KeyStock;

/** Writes off keys that were lost on the way, with what was written on them. */
@DiagramBean("voidKeyDelegate")
class VoidKeyDelegate implements JavaDelegate {

    private final KeyStock stock;

    VoidKeyDelegate(KeyStock stock) {
        this.stock = stock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stock.lost(execution.getProcessBusinessKey());
    }
}
