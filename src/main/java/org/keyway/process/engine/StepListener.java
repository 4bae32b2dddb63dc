package org.keyway.process.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.keyway.order.OpenStep;
import org.keyway.order.OrderHistory;
import org.keyway.process.step.StaffSteps;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Mirrors every user task as a step of its order and checks who completes it with what. */
@Component
class StepListener implements TaskListener {

    private final ObjectProvider<OrderHistory> history;
    private final ObjectProvider<StaffSteps> staffSteps;
    private final ProblemTexts texts;

    StepListener(ObjectProvider<OrderHistory> history, ObjectProvider<StaffSteps> staffSteps, ProblemTexts texts) {
        this.history = history;
        this.staffSteps = staffSteps;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        String orderNo = task.getExecution().getProcessBusinessKey();
        if (orderNo == null) {
            housekeeping(task);
            return;
        }
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> history.getObject().opened(step(task, orderNo));
            case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> assign(task, orderNo);
            case EVENTNAME_DELETE -> history.getObject().closed(task.getId(), null, null);
            case EVENTNAME_COMPLETE -> complete(task, orderNo);
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    /** A step of a process that runs by the clock belongs to no order: who may do it is checked, nothing is mirrored. */
    private void housekeeping(DelegateTask task) {
        if (task.getEventName().equals(EVENTNAME_COMPLETE)) {
            Optional<String> person = CurrentPerson.name();
            person.ifPresent(account -> checkMayComplete(task, account));
            inChinese(() -> staffSteps.getObject().completing(task, null, person.orElse(task.getAssignee())));
        } else if (!task.getEventName().equals(EVENTNAME_CREATE)
                && !task.getEventName().equals(EVENTNAME_DELETE)
                && CurrentPerson.isPresent()
                && !isOfMyGroup(task)) {
            throw new BadUserRequestException(texts.of("engine.not-your-step"));
        }
    }

    private void complete(DelegateTask task, String orderNo) {
        Optional<String> person = CurrentPerson.name();
        person.ifPresent(account -> checkMayComplete(task, account));
        String handler = person.orElse(task.getAssignee());
        String opinion = inChinese(() -> staffSteps.getObject().completing(task, orderNo, handler));
        history.getObject().closed(task.getId(), handler, opinion);
    }

    private String inChinese(Supplier<String> check) {
        try {
            return check.get();
        } catch (Problem problem) {
            throw CurrentPerson.isPresent() ? new BadUserRequestException(texts.of(problem)) : problem;
        }
    }

    /** Signed-in people work on steps of their own groups only; an applicant's step is done in the portal. */
    private void checkMayComplete(DelegateTask task, String account) {
        boolean free = task.getAssignee() == null || task.getAssignee().equals(account);
        if (!free || !isOfMyGroup(task)) {
            throw new BadUserRequestException(texts.of("engine.not-your-step"));
        }
    }

    private void assign(DelegateTask task, String orderNo) {
        if (CurrentPerson.isPresent() && !isOfMyGroup(task)) {
            throw new BadUserRequestException(texts.of("engine.not-your-step"));
        }
        history.getObject().changed(step(task, orderNo));
    }

    private static boolean isOfMyGroup(DelegateTask task) {
        return group(task).map(CurrentPerson::isIn).orElse(false);
    }

    private static OpenStep step(DelegateTask task, String orderNo) {
        return new OpenStep(
                task.getId(),
                orderNo,
                task.getTaskDefinitionKey(),
                task.getName(),
                group(task).orElse(null),
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private static Optional<String> group(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst();
    }
}
