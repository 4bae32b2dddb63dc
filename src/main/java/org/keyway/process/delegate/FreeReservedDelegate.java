package org.keyway.process.delegate;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.BusinessLine;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.process.DiagramBean;
import org.keyway.ukey.StockTaking;

/** Puts blank keys back that are still set aside for orders that have ended. */
@DiagramBean("freeReservedDelegate")
class FreeReservedDelegate implements JavaDelegate {

    private final StockTaking stock;
    private final PolicyTables tables;
    private final OrderService orders;

    FreeReservedDelegate(StockTaking stock, PolicyTables tables, OrderService orders) {
        this.stock = stock;
        this.tables = tables;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String limit =
                tables.term(BusinessLine.NEW_ISSUANCE, "", "reservedLimit").orElseThrow();
        stock.freeForgotten(
                Duration.parse(limit), orderNo -> orders.find(orderNo).status().isEnd());
    }
}
