package org.keyway.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.keyway.order.CaseFacts;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves the order to the status that the diagram gives to the element that is reached, or gone to when that is work that
 * may take long, and says where its applicant goes on.
 */
@Component
class StatusListener implements ExecutionListener {

    static final String PROPERTY = "status";
    static final String REDIRECT = "redirect";

    private final ObjectProvider<OrderService> orders;
    private final ObjectProvider<CaseFacts> cases;

    StatusListener(ObjectProvider<OrderService> orders, ObjectProvider<CaseFacts> cases) {
        this.orders = orders;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        PvmActivity reached = reached((ExecutionEntity) execution);
        Object status = reached.getProperty(PROPERTY);
        if (status != null) {
            orders.getObject().moveTo(execution.getProcessBusinessKey(), OrderStatus.valueOf(status.toString()));
        }
        Object line = reached.getProperty(REDIRECT);
        if (status != null || line != null) {
            cases.getObject().redirectIs(execution.getProcessBusinessKey(), line == null ? null : line.toString());
        }
    }

    private static PvmActivity reached(ExecutionEntity execution) {
        return EVENTNAME_TAKE.equals(execution.getEventName())
                ? execution.getTransition().getDestination()
                : execution.getActivity();
    }
}
