package org.keyway.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.keyway.payment.RefundCompleted;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Money that went back outside the refund step of an order, because it came too late or twice: the payer is told. */
@Component
class LateRefunds {

    private final OrderService orders;
    private final RuntimeService runtime;

    LateRefunds(@Lazy OrderService orders, RuntimeService runtime) {
        this.orders = orders;
        this.runtime = runtime;
    }

    @EventListener
    void on(RefundCompleted fact) {
        if (!KeysToMake.isOfOneKey(fact.reason()) && orders.find(fact.orderNo()).status() != OrderStatus.REFUNDING) {
            runtime.startProcessInstanceByKey(
                    "late-refund", fact.orderNo(), Map.of(ProcessVariable.ORDER_NO.key(), fact.orderNo()));
        }
    }
}
