package org.keyway.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keyway.order.OrderService;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.KeyWritten;
import org.keyway.ukey.WriteOrder;
import org.keyway.ukey.WriteOrders;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The steps in which applicants write their own keys: says what a key agent may write, and ends the step in the
 * transaction in which the agent's job is done.
 */
@Component
class OwnKeyTasks implements WriteOrders {

    private static final String STEP = "Task_WriteOwnKey";

    private final TaskService tasks;
    private final KeyStock stock;
    private final KeyOrders keyOrders;
    private final OrderService orders;

    OwnKeyTasks(TaskService tasks, KeyStock stock, KeyOrders keyOrders, @Lazy OrderService orders) {
        this.tasks = tasks;
        this.stock = stock;
        this.keyOrders = keyOrders;
        this.orders = orders;
    }

    @Override
    public Optional<WriteOrder> awaited(String orderNo, int keyIndex, String serial) {
        return open(orderNo, keyIndex)
                .filter(task -> stock.current(orderNo, keyIndex)
                        .filter(device -> device.serial().equals(serial))
                        .isPresent())
                .map(task -> keyOrders.writeOrder(orderNo, keyIndex, serial, text(task, ProcessVariable.WRITE_MODE)));
    }

    @Override
    public void started(String orderNo) {
        orders.writingStarted(orderNo);
    }

    /** A job that the process itself runs has no step open any more. */
    @EventListener
    void on(KeyWritten fact) {
        open(fact.orderNo(), fact.keyIndex())
                .ifPresent(
                        task -> tasks.complete(task.getId(), Map.of(ProcessVariable.KEY_SERIAL.key(), fact.serial())));
    }

    private Optional<Task> open(String orderNo, int keyIndex) {
        return tasks.createTaskQuery().processInstanceBusinessKey(orderNo).taskDefinitionKey(STEP).list().stream()
                .filter(task -> tasks.getVariable(task.getId(), ProcessVariable.KEY_INDEX.key()) instanceof Number index
                        && index.intValue() == keyIndex)
                .findFirst();
    }

    private String text(Task task, ProcessVariable variable) {
        return (String) tasks.getVariable(task.getId(), variable.key());
    }
}
