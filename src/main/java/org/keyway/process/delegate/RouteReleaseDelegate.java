package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.Order;
import org.keyway.order.OrderStatus;
import org.keyway.process.DiagramBean;
import org.keyway.process.FactCorrelation;
import org.keyway.process.KeyOrders;
import org.keyway.process.LossOrders;
import org.keyway.ukey.LossHolds;

/** Hands a request to let a key go to the order under which the key is held back. */
@DiagramBean("routeReleaseDelegate")
class RouteReleaseDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final LossOrders lossOrders;
    private final LossHolds cases;
    private final FactCorrelation correlation;

    RouteReleaseDelegate(KeyOrders keyOrders, LossOrders lossOrders, LossHolds cases, FactCorrelation correlation) {
        this.keyOrders = keyOrders;
        this.lossOrders = lossOrders;
        this.cases = cases;
        this.correlation = correlation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        Order loss =
                keyOrders.claimed(orderNo).flatMap(lossOrders::openReport).orElseThrow(Refusal.NO_ACTIVE_LOSS::error);
        cases.ask(orderNo, loss.orderNo(), loss.status() == OrderStatus.RELEASE_REVIEW);
        correlation.releaseRequested(loss.orderNo());
    }
}
