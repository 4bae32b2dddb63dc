package org.keyway.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people and processes do with an order. */
@Service
public class OrderService {

    private final Orders orders;
    private final OrderNumbers numbers;
    private final CaseViews cases;
    private final Admission admission;
    private final ReturnedItems returnedItems;
    private final OrderWorkflow workflow;
    private final OrderHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderService(
            Orders orders,
            OrderNumbers numbers,
            CaseViews cases,
            Admission admission,
            ReturnedItems returnedItems,
            @Lazy OrderWorkflow workflow,
            OrderHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.numbers = numbers;
        this.cases = cases;
        this.admission = admission;
        this.returnedItems = returnedItems;
        this.workflow = workflow;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** The order of that number; 404 when there is none. */
    public Order find(String orderNo) {
        return orders.known(orderNo).order();
    }

    /** The order, if the account filed it or typed it in; 404 otherwise, so that numbers cannot be probed. */
    public Order owned(String orderNo, String actor) {
        Order order = find(orderNo);
        if (!order.applicant().equals(actor) && !order.createdBy().equals(actor)) {
            throw Problem.notFound("order.unknown", orderNo);
        }
        return order;
    }

    /** Opens a draft for the applicant; the fields may be incomplete but must belong to the form. */
    @Transactional
    public Order draft(String actor, String applicant, BusinessLine line, String region, Fields fields) {
        Fields relevant = admission.relevant(line, fields, fields);
        admission.checkDraft(line, region, fields, relevant);
        var now = clock.instant();
        Order order = new Order(
                numbers.next(line),
                line,
                region,
                applicant,
                actor,
                OrderStatus.DRAFT,
                0,
                false,
                relevant.without("region"),
                now,
                now);
        orders.add(order);
        cases.add(order);
        events.publishEvent(new AuditRecord(actor, "order.drafted", order.orderNo(), line.slug()));
        return order;
    }

    /** Saves fields of a draft, or the returned items of a returned order. */
    @Transactional
    public Order save(String orderNo, String actor, Fields given) {
        orders.lock(orderNo);
        Order order = owned(orderNo, actor);
        Fields context = order.fields().with(given);
        Fields patch = admission.relevant(order.line(), context, given);
        admission.checkDraft(order.line(), patch.text("region").orElse(order.region()), context, patch);
        patch.values().keySet().forEach(field -> returnedItems.requireEditable(order, field));
        Order saved = change(orderNo, old -> old.filledIn(patch, clock.instant()));
        events.publishEvent(new AuditRecord(
                actor, "order.saved", orderNo, String.join(",", patch.values().keySet())));
        return saved;
    }

    /** Hands in a draft, or a corrected order again; validates everything first. */
    @Transactional
    public void submit(String orderNo, String actor) {
        Order order = owned(orderNo, actor);
        if (order.status() == OrderStatus.RETURNED) {
            OpenStep correction = history.open(orderNo).stream()
                    .filter(step -> step.key().equals("Task_CorrectApplication"))
                    .findFirst()
                    .orElseThrow(() -> Problem.conflict("order.locked", orderNo));
            workflow.complete(correction.id(), order.applicant(), Fields.empty());
        } else {
            workflow.start(order);
        }
    }

    /** Stands at the process's start event: the order must be a complete draft of this person; becomes submitted. */
    @Transactional
    public Order admit(String orderNo, Optional<String> person) {
        orders.lock(orderNo);
        Order order = person.map(actor -> owned(orderNo, actor)).orElseGet(() -> find(orderNo));
        if (order.status() != OrderStatus.DRAFT || order.round() != 0) {
            throw Problem.conflict("order.already-submitted", orderNo);
        }
        Fields known = admission.known(order);
        return enter(known.values().isEmpty() ? order : change(orderNo, old -> old.filledIn(known, clock.instant())));
    }

    /** A returned order was corrected: validated again, next round. */
    @Transactional
    public Order resubmit(String orderNo) {
        orders.lock(orderNo);
        return enter(find(orderNo));
    }

    /** Deletes a draft, or stops a running order before a key is written; what was paid is refunded. */
    @Transactional
    public void withdraw(String orderNo, String actor) {
        orders.lock(orderNo);
        Order order = owned(orderNo, actor);
        if (order.status() == OrderStatus.DRAFT && order.round() == 0) {
            orders.remove(orderNo);
        } else if (order.status().isEnd() || order.writingStarted() || !workflow.isCancellable(orderNo)) {
            throw Problem.conflict("order.cannot-cancel", orderNo);
        } else {
            workflow.cancel(orderNo, actor);
        }
        events.publishEvent(new AuditRecord(
                actor, "order.withdrawn", orderNo, order.status().name()));
    }

    /** Moves the order along its transition table. */
    @Transactional
    public void moveTo(String orderNo, OrderStatus next) {
        Order before = find(orderNo);
        if (before.status() == next) {
            return;
        }
        change(orderNo, old -> old.becoming(next, clock.instant()));
        events.publishEvent(new OrderStatusChanged(orderNo, before.status(), next));
        events.publishEvent(new AuditRecord("system", "order.status", orderNo, next.name()));
    }

    /** From now on a key exists for this order: it can no longer be cancelled by the applicant. */
    @Transactional
    public void writingStarted(String orderNo) {
        change(orderNo, old -> old.beingWritten(clock.instant()));
    }

    /** The parcel came back or cannot be delivered: the applicant says anew where it shall go. */
    @Transactional
    public void changeConsignee(String orderNo, Fields input) {
        Fields consignee = admission.consignee(find(orderNo), input);
        change(orderNo, old -> old.filledIn(consignee, clock.instant()));
    }

    /** Papers, fee, ways to pay and deliver, lead time and texts to agree to, from the decision tables. */
    public Requirements requirements(BusinessLine line, String region, Fields fields) {
        return admission.requirements(line, region, fields);
    }

    private Order enter(Order order) {
        admission.check(order);
        returnedItems.replace(order.orderNo(), List.of());
        cases.defectsAre(order.orderNo(), null);
        cases.waitForNext(order.orderNo(), List.of());
        Order entered = change(order.orderNo(), old -> old.entered(clock.instant()));
        events.publishEvent(
                new AuditRecord(order.applicant(), "order.submitted", order.orderNo(), "round " + entered.round()));
        return entered;
    }

    private Order change(String orderNo, UnaryOperator<Order> edit) {
        Orders.Versioned before = orders.known(orderNo);
        Order after = edit.apply(before.order());
        orders.change(after, before.version());
        cases.change(after);
        return after;
    }
}
