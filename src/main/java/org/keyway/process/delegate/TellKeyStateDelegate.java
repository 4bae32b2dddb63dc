package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyOrders;
import org.keyway.process.StepParameter;
import org.keyway.trading.KeyState;
import org.keyway.trading.TradingDesk;
import org.keyway.ukey.KeyLifecycle;

/** Tells the trading system the {@code keyState} of the key that the order is about; a key still held works for nobody. */
@DiagramBean("tellKeyStateDelegate")
class TellKeyStateDelegate implements JavaDelegate {

    private final TradingDesk trading;
    private final KeyOrders keyOrders;
    private final KeyLifecycle lifecycle;

    TellKeyStateDelegate(TradingDesk trading, KeyOrders keyOrders, KeyLifecycle lifecycle) {
        this.trading = trading;
        this.keyOrders = keyOrders;
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        KeyState state = KeyState.valueOf(StepParameter.KEY_STATE.in(execution));
        String serial = keyOrders.claimed(orderNo).orElseThrow();
        if (state != KeyState.ACTIVE || lifecycle.holders(serial).isEmpty()) {
            trading.tellKeyState(orderNo, serial, state);
        }
    }
}
