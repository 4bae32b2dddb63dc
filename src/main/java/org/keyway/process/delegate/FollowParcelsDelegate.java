package org.keyway.process.delegate;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.process.DiagramBean;
import org.keyway.shipping.Parcels;

/** Asks the carriers about parcels on their way that have been silent for too long. */
@DiagramBean("followParcelsDelegate")
class FollowParcelsDelegate implements JavaDelegate {

    private final Parcels parcels;
    private final PolicyTables tables;

    FollowParcelsDelegate(Parcels parcels, PolicyTables tables) {
        this.parcels = parcels;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String silence =
                tables.term(BusinessLine.NEW_ISSUANCE, "", "trackingSilence").orElseThrow();
        parcels.followQuiet(Duration.parse(silence));
    }
}
