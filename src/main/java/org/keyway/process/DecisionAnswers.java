package org.keyway.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Answers of the decision tables as deployed now, remembered: a deployed table and its inputs have one answer for ever,
 * because no table asks the clock.
 */
@Component
class DecisionAnswers {

    private record Question(String definitionId, Map<String, Object> inputs) {}

    private static final int MOST_KEPT = 2000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<Question, DmnDecisionResult> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, DmnDecisionResult> eldest) {
            return size() > MOST_KEPT;
        }
    });

    DecisionAnswers(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /** The rows that fit; the newest version of the table counts. */
    DmnDecisionResult of(String table, Map<String, Object> inputs) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return decisions.evaluateDecisionByKey(table).variables(inputs).evaluate();
        }
        Question question = new Question(newest.getId(), new HashMap<>(inputs));
        DmnDecisionResult answer = answers.get(question);
        if (answer == null) {
            answer = decisions
                    .evaluateDecisionById(newest.getId())
                    .variables(inputs)
                    .evaluate();
            answers.put(question, answer);
        }
        return answer;
    }
}
