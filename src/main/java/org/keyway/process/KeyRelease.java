package org.keyway.process;

import org.keyway.order.BusinessLine;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.keyway.order.OrderStatusChanged;
import org.keyway.ukey.KeyClaims;
import org.keyway.ukey.KeyLifecycle;
import org.keyway.ukey.KeyStock;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives back what an order holds when it ends: keys set aside in the stock, keys in use that it held back. */
@Component
class KeyRelease {

    private final KeyStock stock;
    private final KeyClaims claims;
    private final KeyLifecycle lifecycle;
    private final LossCases lossCases;
    private final OrderService orders;

    KeyRelease(
            KeyStock stock,
            KeyClaims claims,
            KeyLifecycle lifecycle,
            @Lazy LossCases lossCases,
            @Lazy OrderService orders) {
        this.stock = stock;
        this.claims = claims;
        this.lifecycle = lifecycle;
        this.lossCases = lossCases;
        this.orders = orders;
    }

    @EventListener
    void on(OrderStatusChanged change) {
        if (!change.to().isEnd()) {
            return;
        }
        String orderNo = change.orderNo();
        if (change.to() != OrderStatus.COMPLETED) {
            stock.free(orderNo);
            lifecycle.abandon(orderNo);
        }
        claims.of(orderNo).forEach(serial -> lifecycle.release(serial, orderNo));
        if (orders.find(orderNo).line() == BusinessLine.REPLACEMENT) {
            lossCases.replacementFinished(orderNo);
        }
    }
}
