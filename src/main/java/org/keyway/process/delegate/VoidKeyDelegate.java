package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.RevocationReason;
import org.keyway.process.DiagramBean;
import org.keyway.ukey.KeyStock;

/** Writes off keys that were lost on the way, with what was written on them. */
@DiagramBean("voidKeyDelegate")
class VoidKeyDelegate implements JavaDelegate {

    private final KeyStock stock;
    private final Certificates certificates;

    VoidKeyDelegate(KeyStock stock, Certificates certificates) {
        this.stock = stock;
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        stock.of(orderNo)
                .forEach(key -> certificates.revokeKey(key.serial(), RevocationReason.CESSATION_OF_OPERATION));
        stock.lost(orderNo);
    }
}
