package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderService;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyOrders;
import org.keyway.ukey.LockReading;

/** Takes down whether the PIN of the key is locked: by its own word, or by that of its holder. */
@DiagramBean("readLockDelegate")
class ReadLockDelegate implements JavaDelegate {

    private final OrderService orders;
    private final KeyOrders keyOrders;
    private final LockReading reading;

    ReadLockDelegate(OrderService orders, KeyOrders keyOrders, LockReading reading) {
        this.orders = orders;
        this.keyOrders = keyOrders;
        this.reading = reading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        boolean said = orders.find(orderNo)
                .fields()
                .text("unlockCause")
                .filter("LOCKED"::equals)
                .isPresent();
        reading.refresh(keyOrders.claimed(orderNo).orElseThrow(), said);
    }
}
