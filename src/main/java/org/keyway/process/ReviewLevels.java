package org.keyway.process;

import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.ukey.OneTimeCodes;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code review-level} with what is known about the person behind the order. */
@Component
class ReviewLevels {

    private final DecisionTables tables;
    private final OneTimeCodes codes;

    ReviewLevels(DecisionTables tables, OneTimeCodes codes) {
        this.tables = tables;
        this.codes = codes;
    }

    /** How many persons must approve: 1 or 2. */
    int of(Order order, long feeCents) {
        return tables.reviewLevel(order, feeCents, identity(order));
    }

    /** Only who unlocks a key is asked for a code on the reserved phone. */
    private String identity(Order order) {
        if (order.line() != BusinessLine.UNLOCK) {
            return "NOT_ASKED";
        }
        return codes.isRedeemed(order.orderNo(), OneTimeCodes.Purpose.IDENTITY) ? "CONFIRMED" : "UNCONFIRMED";
    }
}
