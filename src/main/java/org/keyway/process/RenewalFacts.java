package org.keyway.process;

import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.review.Prechecks;
import org.springframework.context.annotation.Lazy;

/** What gateways of a renewal ask. */
@DiagramBean("renewals")
public class RenewalFacts {

    private final OrderService orders;
    private final Prechecks prechecks;

    RenewalFacts(@Lazy OrderService orders, @Lazy Prechecks prechecks) {
        this.orders = orders;
        this.prechecks = prechecks;
    }

    /** Whether the machine finds nothing at all to complain about, so that a city may do without a reviewer. */
    public boolean isFlawless(String orderNo) {
        Order order = orders.find(orderNo);
        prechecks.run(order);
        return prechecks.of(order).stream().allMatch(Prechecks.Finding::passed);
    }
}
