package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/** The applicant hands the keys in for binding in the trading system. */
@Component
class BindKey implements ApplicantStep {

    private final KeyStock stock;

    BindKey(KeyStock stock) {
        this.stock = stock;
    }

    @Override
    public String key() {
        return "Task_BindKey";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        input.text("keySerial").ifPresent(serial -> {
            if (stock.concernedBy(orderNo).stream()
                    .noneMatch(key -> key.serial().equals(serial))) {
                throw Problem.invalid("keySerial", "step.serial-mismatch", serial);
            }
        });
        return Map.of();
    }
}
