package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Guards a path test class: when it is over, every end event of its diagram must have been reached. */
final class EndEventCoverage implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final String process;

    private EndEventCoverage(String process) {
        this.process = process;
    }

    static EndEventCoverage of(String process) {
        return new EndEventCoverage(process);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ProcessBench.HOUSE.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ProcessEngine engine = ProcessBench.engine();
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        Collection<String> reached = engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definition.getId())
                .finished()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
        assertThat(missing(model, reached))
                .as("end events of %s that no path test reaches", process)
                .isEmpty();
    }

    static TreeSet<String> missing(BpmnModelInstance model, Collection<String> reached) {
        TreeSet<String> ends = new TreeSet<>();
        model.getModelElementsByType(EndEvent.class).forEach(end -> ends.add(end.getId()));
        ends.removeAll(reached);
        return ends;
    }
}
