package org.keyway.process;

import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.ukey.WriteOrder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says what is to be written on the keys of an order. */
@Component
public class KeyOrders {

    private final OrderService orders;

    KeyOrders(@Lazy OrderService orders) {
        this.orders = orders;
    }

    /** The job for one key. */
    public WriteOrder writeOrder(String orderNo, int keyIndex, String serial) {
        Order order = orders.find(orderNo);
        Fields fields = order.fields();
        boolean individual =
                fields.text("holderType").filter("INDIVIDUAL"::equals).isPresent();
        return new WriteOrder(
                orderNo,
                keyIndex,
                serial,
                individual ? null : fields.text("organizationName").orElseThrow(),
                individual ? null : fields.text("uscc").orElseThrow(),
                fields.text("legalRepresentative")
                        .or(() -> fields.text("handlerName"))
                        .orElseThrow(),
                fields.number("years", 1),
                order.applicant());
    }
}
