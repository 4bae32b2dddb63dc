package org.keyway.process;

import org.keyway.order.OrderStatus;
import org.keyway.order.OrderStatusChanged;
import org.keyway.ukey.KeyStock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives back what an order holds in the key stock when it ends without being completed. */
@Component
class KeyRelease {

    private final KeyStock stock;

    KeyRelease(KeyStock stock) {
        this.stock = stock;
    }

    @EventListener
    void on(OrderStatusChanged change) {
        if (change.to().isEnd() && change.to() != OrderStatus.COMPLETED) {
            stock.free(change.orderNo());
        }
    }
}
