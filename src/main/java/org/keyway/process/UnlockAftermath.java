package org.keyway.process;

import org.keyway.order.BusinessLine;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatusChanged;
import org.keyway.ukey.LockReading;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When an order to unlock ends, what its applicant said about the PIN no longer counts, only what the key says. */
@Component
class UnlockAftermath {

    private final OrderService orders;
    private final KeyOrders keyOrders;
    private final LockReading reading;

    UnlockAftermath(@Lazy OrderService orders, KeyOrders keyOrders, LockReading reading) {
        this.orders = orders;
        this.keyOrders = keyOrders;
        this.reading = reading;
    }

    @EventListener
    void on(OrderStatusChanged news) {
        if (news.to().isEnd() && orders.find(news.orderNo()).line() == BusinessLine.UNLOCK) {
            keyOrders.claimed(news.orderNo()).ifPresent(serial -> reading.refresh(serial, false));
        }
    }
}
