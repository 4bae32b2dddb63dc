package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.material.Materials;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** The applicant has uploaded the stamped form. */
@Component
class UploadStamped implements ApplicantStep {

    private final Materials materials;

    UploadStamped(Materials materials) {
        this.materials = materials;
    }

    @Override
    public String key() {
        return "Task_UploadStamped";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (materials.of(orderNo).stream().noneMatch(paper -> paper.type().equals("application-form"))) {
            throw Problem.invalid("application-form", "step.upload-missing", "application-form");
        }
        return Map.of();
    }
}
