package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.order.material.Materials;
import org.keyway.shared.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The applicant has uploaded the stamped form. */
@Component
class UploadStamped implements ApplicantStep {

    private final OrderService orders;
    private final Materials materials;

    UploadStamped(@Lazy OrderService orders, Materials materials) {
        this.orders = orders;
        this.materials = materials;
    }

    @Override
    public String key() {
        return "Task_UploadStamped";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String form = orders.find(orderNo).line().stampedForm();
        if (materials.of(orderNo).stream().noneMatch(paper -> paper.type().equals(form))) {
            throw Problem.invalid(form, "step.upload-missing", form);
        }
        return Map.of();
    }
}
