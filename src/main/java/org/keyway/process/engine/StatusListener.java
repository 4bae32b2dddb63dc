package org.keyway.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves the order to the status that the diagram gives to the element which is reached. */
@Component
class StatusListener implements ExecutionListener {

    static final String PROPERTY = "status";

    private final ObjectProvider<OrderService> orders;

    StatusListener(ObjectProvider<OrderService> orders) {
        this.orders = orders;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Object status = ((ExecutionEntity) execution).getActivity().getProperty(PROPERTY);
        if (status != null) {
            orders.getObject().moveTo(execution.getProcessBusinessKey(), OrderStatus.valueOf(status.toString()));
        }
    }
}
