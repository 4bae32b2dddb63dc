package org.keyway.process;

import java.time.Instant;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.trading.TradingDesk;
import org.springframework.context.annotation.Lazy;

/** What gateways ask about a change: what it touches, and whether the credit library knows the new name. */
@DiagramBean("changes")
public class ChangeFacts {

    private final OrderService orders;
    private final DecisionTables tables;
    private final TradingDesk trading;

    ChangeFacts(@Lazy OrderService orders, DecisionTables tables, @Lazy TradingDesk trading) {
        this.orders = orders;
        this.tables = tables;
        this.trading = trading;
    }

    /** Whether only the register changes: no key is written and nothing is to be paid. */
    public boolean isRegistryOnly(String orderNo) {
        Order order = orders.find(orderNo);
        return tables.isRegistryOnly(order.line(), order.region(), order.fields());
    }

    /** Whether a new name was applied for that the credit library has not approved yet. */
    public boolean isNameOpen(String orderNo) {
        return ChangeKinds.of(orders.find(orderNo).fields()).renamed() && !isNameApproved(orderNo);
    }

    /** Whether the credit library approved the applicant since the application was begun. */
    public boolean isNameApproved(String orderNo) {
        Order order = orders.find(orderNo);
        Instant begun = order.createdAt();
        return trading.creditApprovedAt(order.applicant())
                .filter(at -> !at.isBefore(begun))
                .isPresent();
    }
}
