package org.keyway.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.OrderWorkflow;
import org.keyway.payment.RemittanceDesk;
import org.keyway.process.step.ApplicantSteps;
import org.keyway.shared.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Runs orders as process instances of their line, with the order number as business key. */
@Component
class CamundaOrderWorkflow implements OrderWorkflow {

    private static final String KEY_FOUND = "Message_KeyFound";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FactCorrelation correlation;
    private final ApplicantSteps applicantSteps;
    private final KeyOrders keyOrders;
    private final RemittanceDesk remittances;
    private final Replacements replacements;
    private final OrderService orders;

    CamundaOrderWorkflow(
            RuntimeService runtime,
            TaskService tasks,
            FactCorrelation correlation,
            ApplicantSteps applicantSteps,
            KeyOrders keyOrders,
            RemittanceDesk remittances,
            Replacements replacements,
            @Lazy OrderService orders) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.correlation = correlation;
        this.applicantSteps = applicantSteps;
        this.keyOrders = keyOrders;
        this.remittances = remittances;
        this.replacements = replacements;
        this.orders = orders;
    }

    @Override
    public void start(Order order) {
        runtime.startProcessInstanceByKey(
                order.line().slug(), order.orderNo(), Map.of(ProcessVariable.ORDER_NO.key(), order.orderNo()));
    }

    @Override
    public boolean isCancellable(String orderNo) {
        return !remittances.isSubmitted(orderNo) && correlation.waitsForCancellation(orderNo);
    }

    @Override
    public void cancel(String orderNo, String actor) {
        contended(() -> correlation.cancel(orderNo));
    }

    @Override
    public boolean isFindable(String orderNo) {
        return correlation.waitsFor(orderNo, KEY_FOUND) && replacements.canBeFound(orders.find(orderNo));
    }

    @Override
    public void found(String orderNo) {
        correlation.tell(orderNo, KEY_FOUND);
    }

    @Override
    public void complete(String taskId, String actor, Fields input) {
        Task task = tasks.createTaskQuery().taskId(taskId).taskAssignee(actor).singleResult();
        if (task == null) {
            throw Problem.notFound("step.unknown");
        }
        String orderNo = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        Task meant = meant(task, orderNo, input);
        Map<String, Object> variables =
                applicantSteps.complete(meant.getTaskDefinitionKey(), orderNo, keyIndex(meant), input);
        contended(() -> tasks.complete(meant.getId(), variables));
    }

    /** A job that works on the order at the same moment goes first; the person is told so and may try again. */
    private static void contended(Runnable work) {
        try {
            work.run();
        } catch (OptimisticLockingException jobWasFirst) {
            throw new OptimisticLockingFailureException("a job was first", jobWasFirst);
        }
    }

    /** Of several steps alike, one per key, the key that is plugged in says which is meant. */
    private Task meant(Task asked, String orderNo, Fields input) {
        Optional<Integer> plugged = input.text("keySerial").flatMap(serial -> keyOrders.indexOf(orderNo, serial));
        return plugged.flatMap(index -> tasks
                        .createTaskQuery()
                        .processInstanceId(asked.getProcessInstanceId())
                        .taskDefinitionKey(asked.getTaskDefinitionKey())
                        .taskAssignee(asked.getAssignee())
                        .list()
                        .stream()
                        .filter(each -> keyIndex(each) == index)
                        .findFirst())
                .orElse(asked);
    }

    private int keyIndex(Task task) {
        return tasks.getVariable(task.getId(), ProcessVariable.KEY_INDEX.key()) instanceof Number number
                ? number.intValue()
                : 0;
    }
}
