package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyway.order.Fields;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Finds what a step of the applicant asks for. */
@Component
public class ApplicantSteps {

    private final Map<String, ApplicantStep> byKey;

    ApplicantSteps(List<ApplicantStep> steps) {
        byKey = steps.stream().collect(Collectors.toUnmodifiableMap(ApplicantStep::key, Function.identity()));
    }

    /** Does the step; returns the process variables to set. */
    public Map<String, Object> complete(String key, String orderNo, int keyIndex, Fields input) {
        ApplicantStep step = byKey.get(key);
        if (step == null) {
            throw Problem.notFound("step.unknown");
        }
        return step.complete(orderNo, keyIndex, input);
    }
}
