package org.keyway.order;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes known about an order on its way and was not in the application. */
@Service
public class OrderAmendments {

    private final Orders orders;
    private final CaseViews cases;
    private final Admission admission;
    private final Clock clock;

    OrderAmendments(Orders orders, CaseViews cases, Admission admission, Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.admission = admission;
        this.clock = clock;
    }

    /** The order with the fields laid over, such as that a new key must be made after all. */
    @Transactional
    public Order amend(String orderNo, Fields fields) {
        Orders.Versioned before = orders.known(orderNo);
        Order after = before.order().filledIn(fields, clock.instant());
        orders.change(after, before.version());
        cases.change(after);
        return after;
    }

    /** The same for what somebody corrects; refused with every field that does not pass the order's form. */
    @Transactional
    public Order correct(String orderNo, Fields corrections) {
        admission.checkChange(
                orders.known(orderNo).order(), corrections, corrections.values().keySet());
        return amend(orderNo, corrections);
    }
}
