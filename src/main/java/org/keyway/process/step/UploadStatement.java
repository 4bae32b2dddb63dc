package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.LossFacts;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** The applicant has uploaded the stamped statement of the loss. */
@Component
class UploadStatement implements ApplicantStep {

    private final LossFacts losses;

    UploadStatement(LossFacts losses) {
        this.losses = losses;
    }

    @Override
    public String key() {
        return "Task_UploadStatement";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (losses.isStatementMissing(orderNo)) {
            throw Problem.invalid("loss-statement", "loss.statement-missing");
        }
        return Map.of();
    }
}
