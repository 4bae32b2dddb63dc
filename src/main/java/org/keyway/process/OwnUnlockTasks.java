package org.keyway.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keyway.ukey.UnlockOrders;
import org.springframework.stereotype.Component;

/** The steps in which applicants unlock their own keys, ended in the transaction in which a key agent proves it. */
@Component
class OwnUnlockTasks implements UnlockOrders {

    private static final String STEP = "Task_UnlockOwnKey";

    private final TaskService tasks;
    private final UnlockFacts facts;

    OwnUnlockTasks(TaskService tasks, UnlockFacts facts) {
        this.tasks = tasks;
        this.facts = facts;
    }

    @Override
    public boolean isAwaited(String orderNo) {
        return open(orderNo).isPresent();
    }

    @Override
    public void unlocked(String orderNo) {
        decide(orderNo, "APPROVE");
    }

    @Override
    public void refused(String orderNo) {
        if (facts.isFailedOften(orderNo)) {
            decide(orderNo, "REJECT");
        }
    }

    private void decide(String orderNo, String decision) {
        open(orderNo).ifPresent(task -> tasks.complete(task.getId(), Map.of(ProcessVariable.DECISION.key(), decision)));
    }

    private Optional<Task> open(String orderNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(orderNo).taskDefinitionKey(STEP).list().stream()
                .findFirst();
    }
}
