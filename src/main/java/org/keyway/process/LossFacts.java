package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.material.AttachmentType;
import org.keyway.order.material.Materials;
import org.keyway.ukey.LossHold;
import org.keyway.ukey.LossHolds;
import org.springframework.context.annotation.Lazy;

/** What the diagrams of loss and release ask about an order. */
@DiagramBean("losses")
public class LossFacts {

    private final OrderService orders;
    private final KeyOrders keyOrders;
    private final LossOrders lossOrders;
    private final LossHolds cases;
    private final Materials materials;
    private final Policy policy;
    private final Clock clock;

    LossFacts(
            @Lazy OrderService orders,
            KeyOrders keyOrders,
            @Lazy LossOrders lossOrders,
            LossHolds cases,
            @Lazy Materials materials,
            @Lazy Policy policy,
            Clock clock) {
        this.orders = orders;
        this.keyOrders = keyOrders;
        this.lossOrders = lossOrders;
        this.cases = cases;
        this.materials = materials;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether the order asks to let a key go. */
    public boolean isRelease(String orderNo) {
        return LossOrders.isRelease(orders.find(orderNo));
    }

    /** Whether staff typed the report in for a caller. */
    public boolean isTypedIn(String orderNo) {
        Order order = orders.find(orderNo);
        return !order.createdBy().equals(order.applicant());
    }

    /** Whether there is no need to wait: release was asked for, or a replacement is under way or done. */
    public boolean isLeaving(String orderNo) {
        return isReleaseAsked(orderNo) || isBeingReplaced(orderNo) || isReplaced(orderNo);
    }

    /** Whether the applicant asked to let the key go and nobody has looked at it. */
    public boolean isReleaseAsked(String orderNo) {
        return cases.isAsked(orderNo);
    }

    /** Whether a replacement for the key is under way. */
    public boolean isBeingReplaced(String orderNo) {
        return keyOrders.claimed(orderNo).filter(lossOrders::isBeingReplaced).isPresent();
    }

    /** Whether the replacement that the order waits for has ended, well or not. */
    public boolean isReplacementOver(String orderNo) {
        return !isBeingReplaced(orderNo);
    }

    /** Whether another key has taken the place of the lost one. */
    public boolean isReplaced(String orderNo) {
        return keyOrders.claimed(orderNo).filter(lossOrders::isReplaced).isPresent();
    }

    /** Why the order waits no longer: RELEASE_REQUESTED, REPLACEMENT_STARTED or HOLD_LIMIT. */
    public String cause(String orderNo) {
        return cases.of(orderNo).map(LossHold::cause).orElse("");
    }

    /** Whether the stamped statement of the loss has not been uploaded yet. */
    public boolean isStatementMissing(String orderNo) {
        return materials.of(orderNo).stream()
                .noneMatch(paper -> paper.type().equals(AttachmentType.LOSS_STATEMENT.slug()));
    }

    /** Until when the key is held back. */
    public Date holdEndsAt(String orderNo) {
        Instant fallback = clock.instant().plus(term(orderNo, "holdLimit"));
        return Date.from(cases.of(orderNo).map(LossHold::holdUntil).orElse(fallback));
    }

    /** When to remind of the hold, the named time limit counted from its beginning. */
    public Date reminderAt(String orderNo, String name) {
        Instant since = cases.of(orderNo).map(LossHold::heldSince).orElse(clock.instant());
        return Date.from(since.plus(term(orderNo, name)));
    }

    private Duration term(String orderNo, String name) {
        return Duration.parse(policy.term(orderNo, name));
    }
}
