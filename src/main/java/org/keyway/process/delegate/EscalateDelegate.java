package org.keyway.process.delegate;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.keyway.process.DiagramBean;
import org.keyway.process.OverduePost;
import org.keyway.process.StepParameter;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;

/** Makes an overdue step urgent: it stands out in Tasklist, the supervisors get a mail and see it on the desk. */
@DiagramBean("escalateDelegate")
class EscalateDelegate implements JavaDelegate {

    private static final int URGENT = 100;
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TaskService tasks;
    private final OverduePost post;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EscalateDelegate(TaskService tasks, OverduePost post, Clock clock, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.post = post;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String template = StepParameter.TEMPLATE.in(execution);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .dueBefore(Date.from(clock.instant().plus(TOLERANCE)))
                .list()
                .forEach(task -> escalate(task, orderNo, template));
    }

    private void escalate(Task task, String orderNo, String template) {
        tasks.setPriority(task.getId(), URGENT);
        int told = post.send(task, orderNo, template);
        String detail = "%s, supervisors told: %d".formatted(task.getTaskDefinitionKey(), told);
        events.publishEvent(new AuditRecord("system", "step.overdue", orderNo, detail));
    }
}
