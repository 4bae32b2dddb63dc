package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyOrders;
import org.keyway.ukey.PinUnlocking;

/** Resets the PIN of the key that is plugged in to a fresh initial PIN, which nobody of the staff sees. */
@DiagramBean("runUnlockDelegate")
class RunUnlockDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final PinUnlocking unlocking;

    RunUnlockDelegate(KeyOrders keyOrders, PinUnlocking unlocking) {
        this.keyOrders = keyOrders;
        this.unlocking = unlocking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (!unlocking.toInitial(orderNo, keyOrders.claimed(orderNo).orElseThrow())) {
            throw Refusal.UNLOCK_FAILED.error();
        }
    }
}
