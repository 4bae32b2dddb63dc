package org.keyway.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What the rows of a decision table name in an input column: the cities, the services that there are. */
@Component
class TableRows {

    private final RepositoryService repository;

    TableRows(RepositoryService repository) {
        this.repository = repository;
    }

    /** The cities that {@code region-policy} has rows for: division codes (GB/T 2260), in table order. */
    List<String> cities() {
        return named("region-policy", "region", "\\d{6}");
    }

    /** Texts of the newest table's column that match, in table order, each once. */
    List<String> named(String table, String column, String pattern) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return List.of();
        }
        DmnModelInstance model = repository.getDmnModelInstance(newest.getId());
        List<String> columns = model.getModelElementsByType(Input.class).stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
        int at = columns.indexOf(column);
        return model.getModelElementsByType(Rule.class).stream()
                .map(rule -> List.copyOf(rule.getInputEntries()).get(at).getTextContent())
                .flatMap(text -> Arrays.stream(text.split("[\",\\s]+")))
                .filter(text -> text.matches(pattern))
                .distinct()
                .toList();
    }
}
