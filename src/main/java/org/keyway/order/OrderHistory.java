package org.keyway.order;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an order, open and handled, as its applicant may see them. */
@Service
public class OrderHistory {

    private final Steps steps;
    private final CaseViews cases;
    private final Clock clock;

    OrderHistory(Steps steps, CaseViews cases, Clock clock) {
        this.steps = steps;
        this.cases = cases;
        this.clock = clock;
    }

    /** All steps so far, oldest first. */
    public List<HistoryEntry> of(String orderNo) {
        return steps.of(orderNo);
    }

    /** What the order waits for now. */
    public List<OpenStep> open(String orderNo) {
        return steps.open(orderNo);
    }

    /** Open steps of one account, the most urgent first. */
    public List<OpenStep> openFor(String account) {
        return steps.openFor(account);
    }

    /** A step began to wait for somebody. */
    @Transactional
    public void opened(OpenStep step) {
        steps.add(step);
        cases.waitFor(step);
    }

    /** A step was claimed, given away or got another due date. */
    @Transactional
    public void changed(OpenStep step) {
        steps.assign(step);
        if (steps.putOff(step)) {
            cases.waitForNext(step.orderNo(), steps.open(step.orderNo()));
        }
    }

    /** A step ended; {@code handler} is null when the machine ended it. */
    @Transactional
    public void closed(String stepId, String handler, String opinion) {
        steps.close(stepId, handler, opinion, clock.instant());
        steps.orderOf(stepId).ifPresent(orderNo -> cases.waitForNext(orderNo, steps.open(orderNo)));
    }

    /** Something that was done at once and never waited, such as submitting. */
    @Transactional
    public void milestone(String orderNo, String name, String handler) {
        steps.addHandled(orderNo, name, handler, clock.instant());
    }
}
