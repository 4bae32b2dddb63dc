package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** Finds the rules of the step that is being completed; a step without rules only shows its reason. */
@Component
public class StaffSteps {

    private final Map<String, StaffStep> byKey;

    StaffSteps(List<StaffStep> steps) {
        byKey = steps.stream()
                .flatMap(step -> step.keys().stream().map(key -> Map.entry(key, step)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Checks and records; returns the opinion for the history. */
    public String completing(DelegateTask task, String orderNo, String handler) {
        StaffStep step = byKey.get(task.getTaskDefinitionKey());
        if (step != null) {
            return step.completing(task, orderNo, handler);
        }
        return task.getAssignee() != null && task.getCandidates().isEmpty()
                ? null
                : ProcessVariable.REASON.in(task).orElse(null);
    }
}
