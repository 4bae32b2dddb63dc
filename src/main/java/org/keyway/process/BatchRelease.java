package org.keyway.process;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.keyway.order.BatchDesk;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows the orders that wait for the next batch and lets chosen ones go on at once, each for itself. */
@Component
class BatchRelease implements BatchDesk {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRelease.class);
    private static final String MESSAGE = "Message_BatchRelease";

    private final RuntimeService runtime;
    private final OwnTransaction transaction;

    BatchRelease(RuntimeService runtime, OwnTransaction transaction) {
        this.runtime = runtime;
        this.transaction = transaction;
    }

    @Override
    public List<Waiting> waiting() {
        return runtime.createEventSubscriptionQuery().eventName(MESSAGE).list().stream()
                .map(this::waiting)
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
    }

    @Override
    public Outcome release(String orderNo) {
        try {
            return transaction.commit(() -> released(orderNo));
        } catch (ProcessEngineException | DataAccessException e) {
            LOG.warn("batch release of order {} failed", orderNo, e);
            return new Outcome(orderNo, "batch.failed");
        }
    }

    private Outcome released(String orderNo) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(orderNo)
                .messageEventSubscriptionName(MESSAGE)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(MESSAGE, execution.getId()));
        return new Outcome(orderNo, waiting.isEmpty() ? "batch.not-waiting" : null);
    }

    private Waiting waiting(EventSubscription subscription) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(subscription.getProcessInstanceId())
                .singleResult();
        return new Waiting(instance.getBusinessKey(), subscription.getCreated().toInstant());
    }
}
