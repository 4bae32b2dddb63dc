package org.keyway.process;

import java.util.Optional;
import org.keyway.certificate.HolderName;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.WriteOrder;
import org.keyway.ukey.WriteSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says what is to be written on the keys of an order. */
@Component
public class KeyOrders {

    private final OrderService orders;
    private final KeyStock stock;

    KeyOrders(@Lazy OrderService orders, KeyStock stock) {
        this.orders = orders;
        this.stock = stock;
    }

    /** Which key of the order this device is. */
    Optional<Integer> indexOf(String orderNo, String serial) {
        return stock.of(orderNo).stream()
                .filter(key -> key.serial().equals(serial))
                .map(KeyDevice::keyIndex)
                .findFirst();
    }

    /** The job for one key; {@code writeMode} as in the city's row. */
    public WriteOrder writeOrder(String orderNo, int keyIndex, String serial, String writeMode) {
        Order order = orders.find(orderNo);
        Fields fields = order.fields();
        boolean individual =
                fields.text("holderType").filter("INDIVIDUAL"::equals).isPresent();
        String person = individual
                ? fields.text("handlerName").orElseThrow()
                : fields.text("legalRepresentative").orElseThrow();
        HolderName holder = new HolderName(
                individual ? null : fields.text("organizationName").orElseThrow(),
                individual ? null : fields.text("uscc").orElseThrow(),
                person);
        return new WriteOrder(
                orderNo,
                keyIndex,
                serial,
                order.applicant(),
                holder,
                fields.number("years", 1),
                WriteSource.valueOf(writeMode));
    }
}
