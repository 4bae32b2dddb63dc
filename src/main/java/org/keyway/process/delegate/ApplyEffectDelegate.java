package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyEffects;
import org.keyway.process.KeyOrders;

/** Does to the key that the order is about what {@code reason-effect} says about the {@code cause} in the diagram. */
@DiagramBean("applyEffectDelegate")
class ApplyEffectDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final KeyEffects effects;

    ApplyEffectDelegate(KeyOrders keyOrders, KeyEffects effects) {
        this.keyOrders = keyOrders;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String cause = String.valueOf(execution.getVariableLocal("cause"));
        effects.apply(orderNo, keyOrders.claimed(orderNo).orElseThrow(), cause);
    }
}
