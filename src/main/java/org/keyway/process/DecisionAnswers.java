package org.keyway.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
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
    private final NewestDefinitions definitions;
    private final Map<Question, DmnDecisionResult> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, DmnDecisionResult> eldest) {
            return size() > MOST_KEPT;
        }
    });

    DecisionAnswers(DecisionService decisions, NewestDefinitions definitions) {
        this.decisions = decisions;
        this.definitions = definitions;
    }

    /** The rows that fit; the newest version of the table counts. */
    DmnDecisionResult of(String table, Map<String, Object> inputs) {
        String newest =
                definitions.table(table).map(NewestDefinitions.Version::id).orElse(null);
        if (newest == null) {
            return decisions.evaluateDecisionByKey(table).variables(inputs).evaluate();
        }
        Question question = new Question(newest, new HashMap<>(inputs));
        DmnDecisionResult answer = answers.get(question);
        if (answer == null) {
            answer = decisions.evaluateDecisionById(newest).variables(inputs).evaluate();
            answers.put(question, answer);
        }
        return answer;
    }
}
