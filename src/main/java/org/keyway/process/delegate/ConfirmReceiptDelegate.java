package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ParcelOrders;

/** The parcel counts as received: by the person, or because its time has passed since delivery. */
@DiagramBean("confirmReceiptDelegate")
class ConfirmReceiptDelegate implements JavaDelegate {

    private final ParcelOrders parcelOrders;

    ConfirmReceiptDelegate(ParcelOrders parcelOrders) {
        this.parcelOrders = parcelOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        parcelOrders.received(orderNo);
    }
}
