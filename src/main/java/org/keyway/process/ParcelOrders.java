package org.keyway.process;

import org.keyway.order.CaseFacts;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.shipping.Consignee;
import org.keyway.shipping.DispatchResult;
import org.keyway.shipping.Freight;
import org.keyway.shipping.Parcels;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Turns an order into a parcel and moves its keys along with it. */
@Component
public class ParcelOrders {

    private final OrderService orders;
    private final Parcels parcels;
    private final KeyStock stock;
    private final CaseFacts caseFacts;

    ParcelOrders(@Lazy OrderService orders, Parcels parcels, KeyStock stock, CaseFacts caseFacts) {
        this.orders = orders;
        this.parcels = parcels;
        this.stock = stock;
        this.caseFacts = caseFacts;
    }

    /** Writes down what goes to whom. */
    public void prepare(String orderNo) {
        Fields fields = orders.find(orderNo).fields();
        Consignee consignee = new Consignee(
                fields.text("consigneeName").orElse(""),
                fields.text("consigneeMobile").orElse(""),
                fields.text("consigneeDivision").orElse(""),
                fields.text("consigneeAddress").orElse(""));
        Freight freight = fields.text("freight").map(Freight::valueOf).orElse(Freight.COLLECT);
        parcels.prepare(
                orderNo,
                consignee,
                freight,
                stock.of(orderNo).stream()
                        .filter(KeyDevice::isHeld)
                        .map(KeyDevice::serial)
                        .toList());
    }

    /** Whether the carrier took it; false when it cannot deliver to the address. */
    public boolean dispatch(String orderNo) {
        if (parcels.dispatch(orderNo) instanceof DispatchResult.Dispatched dispatched) {
            stock.ship(orderNo);
            caseFacts.waybillIs(orderNo, dispatched.waybillNo());
            return true;
        }
        return false;
    }

    /** The applicant has the keys. */
    public void received(String orderNo) {
        parcels.signFor(orderNo);
        stock.handOver(orderNo);
    }
}
