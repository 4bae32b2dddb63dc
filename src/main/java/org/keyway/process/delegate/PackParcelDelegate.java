package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ParcelOrders;

/** Prepares the parcel for the scanned keys. */
@DiagramBean("packParcelDelegate")
class PackParcelDelegate implements JavaDelegate {

    private final ParcelOrders parcelOrders;

    PackParcelDelegate(ParcelOrders parcelOrders) {
        this.parcelOrders = parcelOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        parcelOrders.prepare(orderNo);
    }
}
