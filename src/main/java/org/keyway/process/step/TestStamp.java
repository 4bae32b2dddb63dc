package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.springframework.stereotype.Component;

/** The applicant asks for the test stamp; the machine makes and checks it in the next step. */
@Component
class TestStamp implements ApplicantStep {

    @Override
    public String key() {
        return "Task_TestStamp";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        return Map.of();
    }
}
