package org.keyway.process;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** The cities that the decision table {@code region-policy} has rows for, in table order. */
@Component
class CityList {

    private final RepositoryService repository;

    CityList(RepositoryService repository) {
        this.repository = repository;
    }

    /** Division codes (GB/T 2260) named in any row. */
    List<String> codes() {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("region-policy")
                .latestVersion()
                .singleResult();
        return repository.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class).stream()
                .flatMap(rule -> rule.getInputEntries().stream())
                .map(InputEntry::getTextContent)
                .flatMap(text -> java.util.Arrays.stream(text.split("[^0-9]+")))
                .filter(code -> code.matches("\\d{6}"))
                .distinct()
                .toList();
    }
}
