package org.keyway.process.step;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyAssignments;
import org.springframework.stereotype.Component;

/** Steps at which a key is scanned: its serial is checked against stock and order before anything moves. */
@Component
class KeyStep implements StaffStep {

    private static final String WRITE = "Task_WriteKey";
    private static final String PACK = "Task_PackParcel";

    private final KeyAssignments assignments;

    KeyStep(KeyAssignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public Set<String> keys() {
        return Set.of(WRITE, PACK);
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        List<String> serials = ProcessVariable.KEY_SERIAL.in(task).stream()
                .flatMap(text -> Arrays.stream(text.strip().split("[\\s,;]+")))
                .filter(serial -> !serial.isEmpty())
                .toList();
        if (serials.isEmpty()) {
            throw Problem.invalid("keySerial", "step.serial-required");
        }
        if (task.getTaskDefinitionKey().equals(WRITE)) {
            assignments.assign(orderNo, ProcessVariable.KEY_INDEX.in(task, 0), serials.get(0));
        } else {
            assignments.packAll(orderNo, serials);
        }
        return String.join(" ", serials);
    }
}
