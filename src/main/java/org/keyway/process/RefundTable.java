package org.keyway.process;

import java.util.EnumSet;
import java.util.Set;
import org.keyway.order.Order;
import org.keyway.ukey.KeyStatus;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/** Reads from the decision table {@code refund-share} how much goes back at the stage an order has reached. */
@Component
public class RefundTable {

    private static final Set<KeyStatus> OUT_OF_HOUSE = EnumSet.of(KeyStatus.SHIPPED, KeyStatus.ACTIVE);

    private final DecisionTables tables;
    private final KeyStock stock;

    RefundTable(DecisionTables tables, KeyStock stock) {
        this.tables = tables;
        this.stock = stock;
    }

    /** Percent of the fee, 0 to 100. */
    public int percent(Order order, String reason) {
        return tables.refundPercent(reason, stage(order));
    }

    private String stage(Order order) {
        if (!order.writingStarted()) {
            return "BEFORE_WRITING";
        }
        boolean gone = stock.of(order.orderNo()).stream().anyMatch(key -> OUT_OF_HOUSE.contains(key.status()));
        return gone ? "SHIPPED" : "WRITTEN";
    }
}
