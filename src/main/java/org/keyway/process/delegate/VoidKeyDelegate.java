package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyEffects;
import org.keyway.process.KeyOrders;
import org.keyway.ukey.KeyStock;

/** Writes off keys that were lost on the way, with what was written on them: new ones, or one on its way back. */
@DiagramBean("voidKeyDelegate")
class VoidKeyDelegate implements JavaDelegate {

    private final KeyStock stock;

    private final KeyOrders keyOrders;
    private final KeyEffects effects;

    VoidKeyDelegate(KeyStock stock, KeyOrders keyOrders, KeyEffects effects) {
        this.stock = stock;
        this.keyOrders = keyOrders;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        stock.lost(orderNo);
        if (stock.of(orderNo).isEmpty()) {
            keyOrders.claimed(orderNo).ifPresent(serial -> effects.apply(orderNo, serial, "LOST"));
        }
    }
}
