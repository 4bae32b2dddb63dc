package org.keyway.process.delegate;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.keyway.process.DiagramBean;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;

/** Makes an overdue step urgent: it stands out in Tasklist, and the supervisor sees it on the desk. */
@DiagramBean("escalateDelegate")
class EscalateDelegate implements JavaDelegate {

    private static final int URGENT = 100;
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TaskService tasks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EscalateDelegate(TaskService tasks, Clock clock, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .dueBefore(Date.from(clock.instant().plus(TOLERANCE)))
                .list()
                .forEach(task -> escalate(task, orderNo));
    }

    private void escalate(Task task, String orderNo) {
        tasks.setPriority(task.getId(), URGENT);
        events.publishEvent(new AuditRecord("system", "step.overdue", orderNo, task.getTaskDefinitionKey()));
    }
}
