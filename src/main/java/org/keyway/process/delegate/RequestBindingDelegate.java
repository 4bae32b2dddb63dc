package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.trading.TradingDesk;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;

/** Asks the trading system to bind the keys to the subject. */
@DiagramBean("requestBindingDelegate")
class RequestBindingDelegate implements JavaDelegate {

    private final TradingDesk trading;
    private final KeyStock stock;

    RequestBindingDelegate(TradingDesk trading, KeyStock stock) {
        this.trading = trading;
        this.stock = stock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        trading.requestBinding(
                orderNo,
                stock.concernedBy(orderNo).stream()
                        .filter(KeyDevice::isHeld)
                        .map(KeyDevice::serial)
                        .toList());
    }
}
