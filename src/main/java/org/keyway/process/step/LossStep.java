package org.keyway.process.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.process.LockFacts;
import org.keyway.process.Policy;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.keyway.ukey.LossHolds;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Customer service about a loss: is it the caller, is it a loss, what happens when the hold is over. */
@Component
class LossStep implements StaffStep {

    private static final String IDENTIFY = "Task_IdentifyCaller";
    private static final String CONFIRM = "Task_ConfirmLoss";
    private static final String DECIDE = "Task_DecideHold";
    private static final Map<String, List<String>> DECISIONS = Map.of(
            IDENTIFY, List.of("APPROVE", "REJECT"),
            CONFIRM, List.of("APPROVE", "REJECT"),
            DECIDE, List.of("EXTEND", "REVOKE", "RESUME"));

    private final OrderService orders;
    private final LossHolds cases;
    private final LockFacts locks;
    private final Policy policy;
    private final MessageSourceAccessor wording;

    LossStep(@Lazy OrderService orders, LossHolds cases, LockFacts locks, Policy policy, MessageSource wording) {
        this.orders = orders;
        this.cases = cases;
        this.locks = locks;
        this.policy = policy;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public Set<String> keys() {
        return DECISIONS.keySet();
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        String key = task.getTaskDefinitionKey();
        String decision = ProcessVariable.DECISION.in(task).orElse("");
        String reason = ProcessVariable.REASON.in(task).orElse("");
        List<String> allowed = DECISIONS.get(key);
        if (!allowed.contains(decision)) {
            throw Problem.invalid("decision", "step.decision-unknown", String.join(", ", allowed));
        }
        if (!decision.equals(allowed.get(0)) && reason.isBlank()) {
            throw Problem.invalid("reason", "step.reason-required");
        }
        Order order = orders.find(orderNo);
        switch (key) {
            case CONFIRM -> confirm(order, decision, handler);
            case DECIDE -> decide(order, decision);
            default -> checkApplicant(order, handler);
        }
        task.removeVariable(ProcessVariable.REASON.key());
        return (wording.getMessage("loss.decision." + key + "." + decision) + " " + reason).strip();
    }

    /** Whoever typed the report in may identify the caller at night, but another person confirms the loss. */
    private void confirm(Order order, String decision, String handler) {
        checkApplicant(order, handler);
        if (handler.equals(order.createdBy())) {
            throw Problem.forbidden("step.own-order");
        }
        if (decision.equals("APPROVE")) {
            cases.open(order.orderNo(), limit(order));
        }
    }

    private void decide(Order order, String decision) {
        if (decision.equals("EXTEND") && !cases.extend(order.orderNo(), limit(order))) {
            throw Problem.invalid("decision", "loss.extended-already");
        }
        if (decision.equals("RESUME") && locks.isExpired(order.orderNo())) {
            throw Problem.invalid("decision", "loss.expired");
        }
    }

    private static void checkApplicant(Order order, String handler) {
        if (handler.equals(order.applicant())) {
            throw Problem.forbidden("step.own-order");
        }
    }

    private Duration limit(Order order) {
        return Duration.parse(policy.term(order.orderNo(), "holdLimit"));
    }
}
