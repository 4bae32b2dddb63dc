package org.keyway.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** The savepoints that the diagrams themselves declare: of a process and of everything that it calls. */
final class Savepoints {

    private Savepoints() {}

    /** Units of work, named as the application names them when it dies in them. */
    static List<String> of(String process) {
        Set<String> processes = new LinkedHashSet<>();
        List<String> found = new ArrayList<>();
        collect(process, processes, found);
        return found;
    }

    private static void collect(String process, Set<String> seen, List<String> found) {
        Path file = Path.of("processes", process + ".bpmn");
        if (!seen.add(process) || !Files.exists(file)) {
            return;
        }
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            String name = "job " + process + "/" + node.getId();
            boolean timer = node instanceof CatchEvent event
                    && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
            if (node.isCamundaAsyncBefore() || timer) {
                found.add(name);
            }
            if (node.isCamundaAsyncAfter()) {
                found.add(name + " (after)");
            }
        }
        model.getModelElementsByType(CallActivity.class).forEach(call -> collect(call.getCalledElement(), seen, found));
    }
}
