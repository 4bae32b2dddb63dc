package org.keyway.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.RequiredDocument;
import org.springframework.stereotype.Component;

/** Asks the deployed decision tables; a city's way of working is a row there and nowhere else. */
@Component
class DecisionTables implements PolicyTables {

    /** A deployed table and its inputs have one answer for ever: no table asks the clock. */
    private record Question(String definitionId, Map<String, Object> inputs) {}

    private static final int MOST_KEPT = 2000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final CityList cities;
    private final Map<Question, DmnDecisionResult> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, DmnDecisionResult> eldest) {
            return size() > MOST_KEPT;
        }
    });

    DecisionTables(DecisionService decisions, RepositoryService repository, CityList cities) {
        this.decisions = decisions;
        this.repository = repository;
        this.cities = cities;
    }

    @Override
    public Optional<RegionPolicy> region(BusinessLine line, String region) {
        Map<String, Object> inputs = Map.of("line", line.slug(), "region", region == null ? "" : region);
        DmnDecisionResult result = evaluate("region-policy", inputs);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(policy(region, result.getSingleResult())).filter(RegionPolicy::offered);
    }

    @Override
    public List<RegionPolicy> regions(BusinessLine line) {
        return cities.codes().stream()
                .flatMap(code -> region(line, code).stream())
                .toList();
    }

    @Override
    public List<RequiredDocument> documents(BusinessLine line, String region, Fields fields) {
        Map<String, Object> inputs = inputs(line, region, fields);
        boolean stampLater = region(line, region)
                .filter(RegionPolicy::stampedAfterSubmission)
                .isPresent();
        inputs.put("stampedUpload", stampLater ? "AFTER_SUBMIT" : "BEFORE_SUBMIT");
        return evaluate("required-documents", inputs).stream()
                .map(DecisionTables::document)
                .distinct()
                .toList();
    }

    @Override
    public Optional<Long> feeCents(BusinessLine line, String region, Fields fields) {
        DmnDecisionResult result = evaluate("fee", inputs(line, region, fields));
        return result.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(result.getSingleResult().<Object>getSingleEntry())
                        .map(cents -> ((Number) cents).longValue());
    }

    /** How many persons must approve: 1 or 2. */
    int reviewLevel(BusinessLine line, String region, Fields fields, long feeCents) {
        Map<String, Object> inputs = inputs(line, region, fields);
        inputs.put("feeCents", feeCents);
        DmnDecisionResult result = evaluate("review-level", inputs);
        return result.isEmpty() ? 1 : ((Number) result.getSingleResult().<Object>getSingleEntry()).intValue();
    }

    /** Share of the fee that goes back, in percent, for a reason at a stage such as {@code BEFORE_WRITING}. */
    int refundPercent(String reason, String stage) {
        DmnDecisionResult result = evaluate("refund-share", Map.of("reason", reason, "stage", stage));
        return result.isEmpty() ? 0 : ((Number) result.getSingleResult().<Object>getSingleEntry()).intValue();
    }

    private DmnDecisionResult evaluate(String key, Map<String, Object> inputs) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
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

    private static Map<String, Object> inputs(BusinessLine line, String region, Fields fields) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("line", line.slug());
        inputs.put("region", region);
        for (String name : List.of("holderType", "lockKind", "deliveryMode", "freight")) {
            inputs.put(name, fields.text(name).orElse(""));
        }
        inputs.put("years", fields.number("years", 1));
        inputs.put("quantity", fields.number("quantity", 1));
        return inputs;
    }

    private static RequiredDocument document(DmnDecisionResultEntries row) {
        String template = text(row, "template");
        return new RequiredDocument(
                text(row, "type"),
                text(row, "name"),
                Boolean.TRUE.equals(row.get("required")),
                list(row, "formats"),
                template.isEmpty() ? null : "/api/templates/" + template + ".pdf");
    }

    private static RegionPolicy policy(String region, DmnDecisionResultEntries row) {
        return new RegionPolicy(
                region,
                text(row, "city"),
                Boolean.TRUE.equals(row.get("offered")),
                list(row, "holderTypes"),
                text(row, "payTiming"),
                text(row, "writeMode"),
                list(row, "deliveryModes"),
                list(row, "freights"),
                list(row, "paymentMethods"),
                text(row, "batchMode"),
                ((Number) row.get("leadWorkingDays")).intValue(),
                Duration.ofHours(((Number) row.get("reviewDueHours")).longValue()),
                Duration.parse(text(row, "correctionLimit")),
                Duration.parse(text(row, "paymentReminder")),
                Duration.parse(text(row, "paymentLimit")),
                Duration.parse(text(row, "receiptLimit")),
                Duration.parse(text(row, "selfWriteLimit")),
                text(row, "stampedUpload").equals("AFTER_SUBMIT"),
                text(row, "consents"));
    }

    private static String text(Map<String, Object> row, String name) {
        return row.get(name) == null ? "" : row.get(name).toString();
    }

    private static List<String> list(Map<String, Object> row, String name) {
        return Arrays.stream(text(row, name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
