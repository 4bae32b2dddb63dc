package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.process.ProcessVariable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The applicant hands the corrected application in again. */
@Component
class CorrectApplication implements ApplicantStep {

    private final OrderService orders;

    CorrectApplication(@Lazy OrderService orders) {
        this.orders = orders;
    }

    @Override
    public String key() {
        return "Task_CorrectApplication";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        return Map.of(ProcessVariable.ROUND.key(), orders.resubmit(orderNo).round());
    }
}
