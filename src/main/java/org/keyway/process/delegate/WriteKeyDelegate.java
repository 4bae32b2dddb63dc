package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderService;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyOrders;
import org.keyway.process.ProcessVariable;
import org.keyway.ukey.KeyWriting;
import org.keyway.ukey.WriteResult;

/** Runs the key-writing job of one key against the token that is plugged in. */
@DiagramBean("writeKeyDelegate")
class WriteKeyDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final KeyWriting writing;
    private final OrderService orders;

    WriteKeyDelegate(KeyOrders keyOrders, KeyWriting writing, OrderService orders) {
        this.keyOrders = keyOrders;
        this.writing = writing;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String serial = ProcessVariable.KEY_SERIAL.in(execution).orElseThrow();
        int keyIndex = ProcessVariable.KEY_INDEX.in(execution, 0);
        String writeMode = ProcessVariable.WRITE_MODE.in(execution).orElseThrow();
        WriteResult result = writing.write(keyOrders.writeOrder(orderNo, keyIndex, serial, writeMode));
        if (result instanceof WriteResult.Refused refused) {
            throw Refusal.valueOf(refused.code()).error();
        }
        orders.writingStarted(orderNo);
    }
}
