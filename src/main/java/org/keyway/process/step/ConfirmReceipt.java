package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.springframework.stereotype.Component;

/** The applicant has the parcel. */
@Component
class ConfirmReceipt implements ApplicantStep {

    @Override
    public String key() {
        return "Task_ConfirmReceipt";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        return Map.of();
    }
}
