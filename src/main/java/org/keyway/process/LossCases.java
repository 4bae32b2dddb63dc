package org.keyway.process;

import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.ukey.KeyClaims;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the open case of a key's loss what becomes of the replacement of that key. */
@Component
class LossCases {

    private final OrderService orders;
    private final KeyClaims claims;
    private final FactCorrelation correlation;

    LossCases(@Lazy OrderService orders, KeyClaims claims, FactCorrelation correlation) {
        this.orders = orders;
        this.claims = claims;
        this.correlation = correlation;
    }

    /** A replacement is under way: the case waits for its end. */
    void replacementStarted(String orderNo) {
        tell(orderNo, "Message_ReplacementStarted");
    }

    /** The replacement is over, one way or the other: what the key is now says which. */
    void replacementFinished(String orderNo) {
        tell(orderNo, "Message_ReplacementFinished");
    }

    private void tell(String orderNo, String message) {
        claims.of(orderNo).stream()
                .flatMap(serial -> claims.ordersOn(serial).stream())
                .distinct()
                .map(orders::find)
                .filter(LossCases::isOpenLoss)
                .forEach(loss -> correlation.tell(loss.orderNo(), message));
    }

    private static boolean isOpenLoss(Order order) {
        return order.line() == BusinessLine.LOSS_UNBLOCK && !order.status().isEnd();
    }
}
