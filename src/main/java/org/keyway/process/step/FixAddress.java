package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The applicant corrects where the parcel shall go. */
@Component
class FixAddress implements ApplicantStep {

    private final OrderService orders;

    FixAddress(@Lazy OrderService orders) {
        this.orders = orders;
    }

    @Override
    public String key() {
        return "Task_FixAddress";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        orders.changeConsignee(orderNo, input);
        return Map.of();
    }
}
