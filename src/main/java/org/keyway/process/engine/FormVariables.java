package org.keyway.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Which variables a person may hand in with a step: those its form is for, and no other. */
final class FormVariables {

    private static final Set<String> DECISION = Set.of("decision", "reason");
    private static final Set<String> REVIEW = Set.of("decision", "reason", "defects");
    private static final Set<String> HAND_OVER = Set.of("identityChecked", "keySerial", "decision", "reason");
    private static final Set<String> KEY = Set.of("keySerial", "decision", "reason");

    Set<String> of(String taskId) {
        TaskEntity task = Context.getCommandContext() == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        return task == null ? Set.of() : ofStep(task.getTaskDefinitionKey());
    }

    static Set<String> ofStep(String key) {
        return switch (key) {
            case "Task_ReviewApplication", "Task_SecondReview" -> REVIEW;
            case "Task_WriteKey", "Task_PackParcel", "Task_ReceiveKey", "Task_UnlockAtDesk", "Task_RemoteUnlock" -> KEY;
            case "Task_HandOver" -> HAND_OVER;
            default -> DECISION;
        };
    }
}
