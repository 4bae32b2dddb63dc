package org.keyway.portal.page;

import static org.keyway.order.OrderStatus.AWAITING_BINDING;
import static org.keyway.order.OrderStatus.AWAITING_PAYMENT;
import static org.keyway.order.OrderStatus.AWAITING_SELF_WRITE;
import static org.keyway.order.OrderStatus.EXCEPTION;
import static org.keyway.order.OrderStatus.ON_HOLD;
import static org.keyway.order.OrderStatus.PENDING_REVIEW;
import static org.keyway.order.OrderStatus.REFUNDING;
import static org.keyway.order.OrderStatus.RELEASE_REVIEW;
import static org.keyway.order.OrderStatus.REMITTANCE_CHECK;
import static org.keyway.order.OrderStatus.REPLACING;
import static org.keyway.order.OrderStatus.SHIPPED;
import static org.keyway.order.OrderStatus.SUSPENDED;
import static org.keyway.order.OrderStatus.TO_COLLECT;
import static org.keyway.order.OrderStatus.TO_PROCESS;
import static org.keyway.order.OrderStatus.TO_SHIP;
import static org.keyway.order.OrderStatus.UNLOCKING;
import static org.keyway.order.OrderStatus.WRITING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.order.OrderStatus;

/** Tabs of the order list; each stands for some statuses, all for none in particular. */
enum Tab {
    ALL(),
    DRAFT(OrderStatus.DRAFT),
    REVIEW(PENDING_REVIEW, ON_HOLD, RELEASE_REVIEW),
    RETURNED(OrderStatus.RETURNED),
    PAY(AWAITING_PAYMENT, REMITTANCE_CHECK),
    WORK(
            TO_PROCESS,
            WRITING,
            TO_SHIP,
            AWAITING_SELF_WRITE,
            AWAITING_BINDING,
            UNLOCKING,
            SUSPENDED,
            REPLACING,
            REFUNDING,
            EXCEPTION),
    RECEIVE(SHIPPED, TO_COLLECT),
    DONE(Arrays.stream(OrderStatus.values()).filter(OrderStatus::isEnd).toArray(OrderStatus[]::new));

    private final List<OrderStatus> statuses;

    Tab(OrderStatus... statuses) {
        this.statuses = List.of(statuses);
    }

    List<OrderStatus> statuses() {
        return statuses;
    }

    long count(Map<OrderStatus, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> this == ALL || statuses.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    static Tab of(String name) {
        return Arrays.stream(values())
                .filter(tab -> tab.name().equals(name))
                .findFirst()
                .orElse(ALL);
    }
}
