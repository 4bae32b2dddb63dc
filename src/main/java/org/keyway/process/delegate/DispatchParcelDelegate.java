package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ParcelOrders;

/** Hands the parcel to the carrier and learns its waybill number. */
@DiagramBean("dispatchParcelDelegate")
class DispatchParcelDelegate implements JavaDelegate {

    private final ParcelOrders parcelOrders;

    DispatchParcelDelegate(ParcelOrders parcelOrders) {
        this.parcelOrders = parcelOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        if (!parcelOrders.dispatch(orderNo)) {
            throw Refusal.ADDRESS_INVALID.error();
        }
    }
}
