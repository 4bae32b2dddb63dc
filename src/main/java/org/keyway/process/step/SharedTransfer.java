package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keyway.payment.RemittanceDesk;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One bank transfer for several orders is handed in once and looked for once: the steps of the other orders follow. */
@Component
class SharedTransfer {

    private final RemittanceDesk remittances;
    private final TaskService tasks;

    SharedTransfer(RemittanceDesk remittances, @Lazy TaskService tasks) {
        this.remittances = remittances;
        this.tasks = tasks;
    }

    /** The other orders that wait in this step for the same transfer. */
    List<String> waiting(String orderNo, String step) {
        return remittances.alongside(orderNo).stream()
                .filter(other -> open(other, step).isPresent())
                .toList();
    }

    /** Completes the same step of another order; a step that another colleague has claimed is taken over. */
    void complete(String orderNo, String step, String person, Map<String, Object> variables) {
        open(orderNo, step).ifPresent(task -> {
            if (!person.equals(task.getAssignee())) {
                tasks.setAssignee(task.getId(), person);
            }
            tasks.complete(task.getId(), variables);
        });
    }

    private Optional<Task> open(String orderNo, String step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(orderNo).taskDefinitionKey(step).list().stream()
                .findFirst();
    }
}
