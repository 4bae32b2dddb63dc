package org.keyway.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.RequiredDocument;
import org.springframework.stereotype.Component;

/** Asks the deployed decision tables; a city's way of working is a row there and nowhere else. */
@Component
class DecisionTables implements PolicyTables {

    /** Fields that tables may ask; what is not filled in is an empty text. */
    private static final List<String> FIELDS = List.of(
            "holderType",
            "lockKind",
            "deliveryMode",
            "freight",
            "newKey",
            "replacementReason",
            "unlockMode",
            "lossOperation");

    private final DecisionService decisions;
    private final CityList cities;

    DecisionTables(DecisionService decisions, CityList cities) {
        this.decisions = decisions;
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
        List<String> usual = list(term(line, region, "paperFormats").orElse(""));
        return evaluate("required-documents", inputs).stream()
                .map(row -> document(row, usual))
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
    int reviewLevel(Order order, long feeCents, String identity) {
        Map<String, Object> inputs = inputs(order.line(), order.region(), order.fields());
        inputs.put("feeCents", feeCents);
        inputs.put("identity", identity);
        DmnDecisionResult result = evaluate("review-level", inputs);
        return result.isEmpty() ? 1 : ((Number) result.getSingleResult().<Object>getSingleEntry()).intValue();
    }

    /** Share of the fee that goes back, in percent, for a reason at a stage such as {@code BEFORE_WRITING}. */
    int refundPercent(String reason, String stage) {
        DmnDecisionResult result = evaluate("refund-share", Map.of("reason", reason, "stage", stage));
        return result.isEmpty() ? 0 : ((Number) result.getSingleResult().<Object>getSingleEntry()).intValue();
    }

    /** A term of the city for a line, such as {@code holdLimit}; empty when the table has no row for it. */
    @Override
    public Optional<String> term(BusinessLine line, String region, String name) {
        DmnDecisionResult result =
                evaluate("terms", Map.of("line", line.slug(), "region", region == null ? "" : region, "term", name));
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.getSingleResult().<Object>getSingleEntry().toString());
    }

    /** What a cause does to a key that carries certificates or does not. */
    Optional<ReasonEffect> effect(String cause, boolean written) {
        DmnDecisionResult result = evaluate("reason-effect", Map.of("cause", cause, "written", written));
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.getSingleResult())
                        .map(row -> new ReasonEffect(
                                text(row, "certificate"),
                                text(row, "revocationReason"),
                                text(row, "seal"),
                                text(row, "key")));
    }

    private DmnDecisionResult evaluate(String key, Map<String, Object> inputs) {
        return decisions.evaluateDecisionByKey(key).variables(inputs).evaluate();
    }

    private static Map<String, Object> inputs(BusinessLine line, String region, Fields fields) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("line", line.slug());
        inputs.put("region", region);
        for (String name : FIELDS) {
            inputs.put(name, fields.text(name).orElse(""));
        }
        if (line == BusinessLine.UNLOCK && !inputs.get("unlockMode").equals("MAIL_BACK")) {
            inputs.put("freight", "");
        }
        inputs.put("years", fields.number("years", 1));
        inputs.put("quantity", fields.number("quantity", 1));
        return inputs;
    }

    /** A paper; where its row names no formats, those that the city takes for all papers. */
    private static RequiredDocument document(DmnDecisionResultEntries row, List<String> usual) {
        List<String> formats = list(text(row, "formats"));
        String template = text(row, "template");
        return new RequiredDocument(
                text(row, "type"),
                text(row, "name"),
                Boolean.TRUE.equals(row.get("required")),
                formats.isEmpty() ? usual : formats,
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
        return list(text(row, name));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
