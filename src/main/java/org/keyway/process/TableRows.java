package org.keyway.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What the rows of a decision table name in an input column: the cities, the services that there are. */
@Component
class TableRows {

    /** A deployed table never changes: each column is read once. */
    private record Column(String definitionId, String name, String pattern) {}

    private final RepositoryService repository;
    private final NewestDefinitions definitions;
    private final Map<Column, List<String>> columns = new ConcurrentHashMap<>();

    TableRows(RepositoryService repository, NewestDefinitions definitions) {
        this.repository = repository;
        this.definitions = definitions;
    }

    /** The cities that {@code region-policy} has rows for: division codes (GB/T 2260), in table order. */
    List<String> cities() {
        return named("region-policy", "region", "\\d{6}");
    }

    /** Texts of the newest table's column that match, in table order, each once. */
    List<String> named(String table, String column, String pattern) {
        return definitions
                .table(table)
                .map(newest -> columns.computeIfAbsent(
                        new Column(newest.id(), column, pattern), wanted -> read(newest.id(), column, pattern)))
                .orElse(List.of());
    }

    private List<String> read(String definitionId, String column, String pattern) {
        DmnModelInstance model = repository.getDmnModelInstance(definitionId);
        List<String> names = model.getModelElementsByType(Input.class).stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
        int at = names.indexOf(column);
        return model.getModelElementsByType(Rule.class).stream()
                .map(rule -> List.copyOf(rule.getInputEntries()).get(at).getTextContent())
                .flatMap(text -> Arrays.stream(text.split("[\",\\s]+")))
                .filter(text -> text.matches(pattern))
                .distinct()
                .toList();
    }
}
