package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyOrders;
import org.keyway.ukey.KeyLifecycle;

/** Lets go of the key that the order holds back; it works again unless another order holds it too. */
@DiagramBean("releaseHoldDelegate")
class ReleaseHoldDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final KeyLifecycle lifecycle;

    ReleaseHoldDelegate(KeyOrders keyOrders, KeyLifecycle lifecycle) {
        this.keyOrders = keyOrders;
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        keyOrders.claimed(orderNo).ifPresent(serial -> lifecycle.release(serial, orderNo));
    }
}
