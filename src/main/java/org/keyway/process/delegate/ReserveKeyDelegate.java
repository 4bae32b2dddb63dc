package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.OrderFacts;
import org.keyway.ukey.KeyStock;

/** Reserves a blank key from stock for every key of the order. */
@DiagramBean("reserveKeyDelegate")
class ReserveKeyDelegate implements JavaDelegate {

    private final KeyStock stock;
    private final OrderFacts facts;

    ReserveKeyDelegate(KeyStock stock, OrderFacts facts) {
        this.stock = stock;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        for (int index = 0; index < facts.quantity(orderNo); index++) {
            if (stock.reserve(orderNo, index).isEmpty()) {
                throw Refusal.OUT_OF_STOCK.error();
            }
        }
    }
}
