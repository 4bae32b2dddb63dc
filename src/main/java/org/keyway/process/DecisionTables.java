package org.keyway.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.RequiredDocument;
import org.keyway.order.SpecialService;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
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

    private final DecisionAnswers answers;
    private final TableRows rows;
    private final ServiceCatalogue catalogue;
    private final MessageSourceAccessor wording;

    DecisionTables(DecisionAnswers answers, TableRows rows, ServiceCatalogue catalogue, MessageSource wording) {
        this.answers = answers;
        this.rows = rows;
        this.catalogue = catalogue;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public Optional<RegionPolicy> region(BusinessLine line, String region) {
        Map<String, Object> inputs = Map.of("line", line.slug(), "region", region == null ? "" : region);
        DmnDecisionResult result = evaluate("region-policy", inputs);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(TableRow.policy(region, result.getSingleResult())).filter(RegionPolicy::offered);
    }

    @Override
    public List<RegionPolicy> regions(BusinessLine line) {
        return rows.cities().stream()
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
        List<String> usual = TableRow.list(term(line, region, "paperFormats").orElse(""));
        if (line == BusinessLine.SPECIAL_SERVICE) {
            return catalogue.of(fields, region).stream()
                    .flatMap(service -> service.documents().stream())
                    .map(type ->
                            new RequiredDocument(type, wording.getMessage("paper." + type, type), true, usual, null))
                    .toList();
        }
        return evaluate("required-documents", inputs).stream()
                .map(row -> document(row, usual))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Long> feeCents(BusinessLine line, String region, Fields fields) {
        if (line == BusinessLine.SPECIAL_SERVICE) {
            return catalogue.of(fields, region).map(SpecialService::feeCents);
        }
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

    @Override
    public int refundPercent(String reason, String stage) {
        DmnDecisionResult result = evaluate("refund-share", Map.of("reason", reason, "stage", stage));
        return result.isEmpty() ? 0 : ((Number) result.getSingleResult().<Object>getSingleEntry()).intValue();
    }

    @Override
    public List<SpecialService> services(String region) {
        return catalogue.of(region);
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
                                TableRow.text(row, "certificate"),
                                TableRow.text(row, "revocationReason"),
                                TableRow.text(row, "seal"),
                                TableRow.text(row, "key")));
    }

    private DmnDecisionResult evaluate(String key, Map<String, Object> inputs) {
        return answers.of(key, inputs);
    }

    /** Whether the change is one of the register alone: nothing on the key says otherwise afterwards. */
    boolean isRegistryOnly(BusinessLine line, String region, Fields fields) {
        return ChangeKinds.of(fields).registryOnly(legalWritesKey(line, region));
    }

    private boolean legalWritesKey(BusinessLine line, String region) {
        return term(line, region, "legalChangeWritesKey").filter("NO"::equals).isEmpty();
    }

    private Map<String, Object> inputs(BusinessLine line, String region, Fields fields) {
        Map<String, Object> inputs = new HashMap<>(ChangeKinds.of(fields).inputs(legalWritesKey(line, region)));
        inputs.put("line", line.slug());
        inputs.put("region", region);
        for (String name : FIELDS) {
            inputs.put(name, fields.text(name).orElse(""));
        }
        inputs.put("years", fields.number("years", 1));
        inputs.put("quantity", fields.number("quantity", 1));
        return inputs;
    }

    /** A paper; where its row names no formats, those that the city takes for all papers. */
    private static RequiredDocument document(DmnDecisionResultEntries row, List<String> usual) {
        List<String> formats = TableRow.list(TableRow.text(row, "formats"));
        String template = TableRow.text(row, "template");
        return new RequiredDocument(
                TableRow.text(row, "type"),
                TableRow.text(row, "name"),
                Boolean.TRUE.equals(row.get("required")),
                formats.isEmpty() ? usual : formats,
                template.isEmpty() ? null : "/api/templates/" + template + ".pdf");
    }
}
