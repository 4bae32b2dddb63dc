package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.KeyOrders;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** The applicant shows that the lost key is back: its serial number is that of the loss. */
@Component
class InsertKey implements ApplicantStep {

    private final KeyOrders keyOrders;

    InsertKey(KeyOrders keyOrders) {
        this.keyOrders = keyOrders;
    }

    @Override
    public String key() {
        return "Task_InsertKey";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String serial = input.text("keySerial")
                .map(String::strip)
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-required"));
        keyOrders
                .claimed(orderNo)
                .filter(serial::equalsIgnoreCase)
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-mismatch", serial));
        return Map.of();
    }
}
