package org.keyway.process.step;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.process.ProcessVariable;
import org.keyway.review.Reviewers;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyAssignments;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Steps at which staff have a key in use before them, at the window, from the post or from afar. From afar the two-person
 * rule holds: who approved the order does not unlock.
 */
@Component
class UnlockStep implements StaffStep {

    private static final String REMOTE = "Task_RemoteUnlock";

    private final OrderService orders;
    private final KeyAssignments assignments;
    private final Reviewers reviewers;

    UnlockStep(@Lazy OrderService orders, KeyAssignments assignments, Reviewers reviewers) {
        this.orders = orders;
        this.assignments = assignments;
        this.reviewers = reviewers;
    }

    @Override
    public Set<String> keys() {
        return Set.of("Task_ReceiveKey", "Task_UnlockAtDesk", REMOTE);
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        boolean remote = task.getTaskDefinitionKey().equals(REMOTE);
        String serial = ProcessVariable.KEY_SERIAL.in(task).orElse("").strip().toUpperCase();
        Order order = orders.find(orderNo);
        if (handler.equals(order.applicant()) || handler.equals(order.createdBy())) {
            throw Problem.forbidden("step.own-order");
        }
        if (remote && reviewers.includes(orderNo, handler)) {
            throw Problem.forbidden("step.unlock-second-person");
        }
        if (!serial.isEmpty()) {
            assignments.requireClaimed(orderNo, serial);
        } else if (!remote) {
            throw Problem.invalid("keySerial", "step.serial-required");
        }
        task.setVariable(ProcessVariable.KEY_SERIAL.key(), serial.isEmpty() ? null : serial);
        String reason = ProcessVariable.REASON.in(task).orElse("").strip();
        return (serial + " " + reason).strip();
    }
}
