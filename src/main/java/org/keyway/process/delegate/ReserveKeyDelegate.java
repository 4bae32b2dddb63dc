package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeysToMake;
import org.keyway.ukey.KeyStock;

/** Reserves a blank key from stock for every key of the order that is to be made. */
@DiagramBean("reserveKeyDelegate")
class ReserveKeyDelegate implements JavaDelegate {

    private final KeyStock stock;
    private final KeysToMake keys;

    ReserveKeyDelegate(KeyStock stock, KeysToMake keys) {
        this.stock = stock;
        this.keys = keys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        for (int index : keys.of(orderNo)) {
            if (stock.reserve(orderNo, index).isEmpty()) {
                throw Refusal.OUT_OF_STOCK.error();
            }
        }
    }
}
