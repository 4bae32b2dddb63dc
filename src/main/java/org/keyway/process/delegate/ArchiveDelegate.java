package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.shared.AuditRecord;
import org.keyway.ukey.KeyStock;
import org.springframework.context.ApplicationEventPublisher;

/** Activates what was delivered and closes the file of the order. */
@DiagramBean("archiveDelegate")
class ArchiveDelegate implements JavaDelegate {

    private final KeyStock stock;
    private final ApplicationEventPublisher events;

    ArchiveDelegate(KeyStock stock, ApplicationEventPublisher events) {
        this.stock = stock;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        stock.activate(orderNo);
        events.publishEvent(new AuditRecord("system", "order.archived", orderNo, "completed"));
    }
}
