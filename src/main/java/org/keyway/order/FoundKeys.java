package org.keyway.order;

import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A key that is being replaced turns up again: possible until what it carries is revoked. */
@Service
public class FoundKeys {

    private final OrderService orders;
    private final OrderWorkflow workflow;
    private final ApplicationEventPublisher events;

    FoundKeys(OrderService orders, @Lazy OrderWorkflow workflow, ApplicationEventPublisher events) {
        this.orders = orders;
        this.workflow = workflow;
        this.events = events;
    }

    /** Whether the applicant may still say so. */
    public boolean isOpen(Order order) {
        return isUnderWay(order) && workflow.isFindable(order.orderNo());
    }

    /** Stops the replacement; what was paid goes back and the old key works again. */
    @Transactional
    public void found(String orderNo, String actor) {
        Order order = orders.owned(orderNo, actor);
        if (!isUnderWay(order)) {
            throw Problem.conflict("order.found-not-open", orderNo);
        }
        if (!workflow.isFindable(orderNo)) {
            throw Problem.conflict("order.found-too-late", orderNo);
        }
        workflow.found(orderNo);
        events.publishEvent(new AuditRecord(
                actor, "order.key-found", orderNo, order.status().name()));
    }

    private static boolean isUnderWay(Order order) {
        return order.line() == BusinessLine.REPLACEMENT
                && order.round() > 0
                && !order.status().isEnd();
    }
}
