package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.payment.PaymentService;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Paying ends by the notice of the provider; completing by hand is possible only once it is there. */
@Component
class Pay implements ApplicantStep {

    private final PaymentService payments;

    Pay(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public String key() {
        return "Task_Pay";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (!payments.isPaid(orderNo)) {
            throw Problem.conflict("step.not-paid");
        }
        return Map.of();
    }
}
