package org.keyway.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.form.FormField;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.springframework.stereotype.Component;

/** Checks an application as a whole: form, policy of the city, consents and papers; finds every problem at once. */
@Component
class Admission {

    private static final Set<String> CONSIGNEE =
            Set.of("consigneeName", "consigneeMobile", "consigneeDivision", "consigneeAddress");

    private final Forms forms;
    private final PolicyTables policies;
    private final Materials materials;
    private final ConsentTexts consentTexts;
    private final LineRules rules;

    Admission(Forms forms, PolicyTables policies, Materials materials, ConsentTexts consentTexts, LineRules rules) {
        this.forms = forms;
        this.policies = policies;
        this.materials = materials;
        this.consentTexts = consentTexts;
        this.rules = rules;
    }

    /** What is given, without what only other lines' forms ask: a caller that sends everything it knows is not refused for it. */
    Fields relevant(BusinessLine line, Fields context, Fields given) {
        FormSchema own = schema(line, context);
        Set<String> foreign = Arrays.stream(BusinessLine.values())
                .filter(other -> other != line && forms.isOpen(other))
                .flatMap(other -> schema(other, Fields.empty()).fields().stream())
                .map(FormField::name)
                .filter(name -> own.field(name).isEmpty())
                .collect(Collectors.toSet());
        Fields kept = given;
        for (String name : foreign) {
            kept = kept.without(name);
        }
        return kept;
    }

    /** The order with what its lock says about its holder, where the form asks for it and nothing is filled in. */
    Fields known(Order order) {
        FormSchema schema = schema(order.line(), order.fields());
        Map<String, Object> missing = rules.known(order).values().entrySet().stream()
                .filter(entry -> schema.field(entry.getKey()).isPresent())
                .filter(entry -> order.fields().list(entry.getKey()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Fields(missing);
    }

    /** Refuses with all problems, or returns. */
    void check(Order order) {
        List<FieldError> errors = new ArrayList<>(checkForm(order, order.fields()));
        policies.region(order.line(), order.region())
                .ifPresentOrElse(
                        policy -> checkPolicy(order, policy, errors),
                        () -> errors.add(new FieldError("region", "order.region-not-offered")));
        checkPapers(order, errors);
        errors.addAll(rules.check(order));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.stream().distinct().toList());
        }
    }

    /** Refuses what a draft may not even hold: unknown fields and texts that no form would accept in length. */
    void checkDraft(BusinessLine line, String region, Fields context, Fields patch) {
        List<FieldError> errors = new ArrayList<>(schema(line, context).checkDraft(patch.without("region")));
        if (policies.region(line, region).isEmpty()) {
            errors.add(new FieldError("region", "order.region-not-offered"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Texts to agree to in this city. */
    List<Consent> consents(RegionPolicy policy) {
        return Arrays.stream(policy.consents().split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(id -> consentTexts.find(id).orElseThrow(() -> new IllegalStateException("no consent text " + id)))
                .toList();
    }

    /** The consignee fields of the input, if together with the order's they pass the form. */
    Fields consignee(Order order, Fields input) {
        Fields given = new Fields(input.values().entrySet().stream()
                .filter(entry -> CONSIGNEE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        if (given.values().isEmpty()) {
            throw Problem.invalid("consigneeAddress", "step.address-required");
        }
        checkChange(order, given, CONSIGNEE);
        return given;
    }

    /** Refuses with what the form says about these fields when the change is laid over the order's, or returns. */
    void checkChange(Order order, Fields change, Set<String> about) {
        List<FieldError> errors = checkForm(order, order.fields().with(change)).stream()
                .filter(error -> about.contains(error.field()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What the decision tables say for these fields. */
    Requirements requirements(BusinessLine line, String region, Fields fields) {
        RegionPolicy policy =
                policies.region(line, region).orElseThrow(() -> Problem.notFound("order.region-not-offered"));
        return new Requirements(
                policies.documents(line, region, fields),
                policies.feeCents(line, region, fields).orElse(0L),
                policy.payTiming(),
                policy.paymentMethods(),
                policy.deliveryModes(),
                policy.leadWorkingDays(),
                consents(policy));
    }

    private FormSchema schema(BusinessLine line, Fields context) {
        return forms.schema(line, context);
    }

    /** The region is the order's own; a form may ask for it as one of its fields all the same. */
    private List<FieldError> checkForm(Order order, Fields fields) {
        FormSchema schema = schema(order.line(), fields);
        Fields region = new Fields(Map.of("region", order.region()));
        return schema.check(schema.field("region").isPresent() ? fields.with(region) : fields);
    }

    private void checkPolicy(Order order, RegionPolicy policy, List<FieldError> errors) {
        offered("holderType", order, policy.holderTypes(), errors);
        offered("deliveryMode", order, policy.deliveryModes(), errors);
        if (order.fields().text("deliveryMode").filter("MAIL"::equals).isPresent()) {
            offered("freight", order, policy.freights(), errors);
        }
        List<String> agreed = order.fields().list("consents");
        for (Consent consent : consents(policy)) {
            boolean given =
                    agreed.stream().anyMatch(mark -> mark.startsWith(consent.id()) && mark.endsWith(consent.version()));
            if (!given) {
                errors.add(new FieldError("consents", "order.consent-missing", consent.title()));
            }
        }
        if (errors.isEmpty()
                && policies.feeCents(order.line(), order.region(), order.fields())
                        .isEmpty()) {
            errors.add(new FieldError("lockKind", "order.no-price"));
        }
    }

    private static void offered(String field, Order order, List<String> choices, List<FieldError> errors) {
        order.fields()
                .text(field)
                .filter(value -> !choices.isEmpty() && !choices.contains(value))
                .ifPresent(value -> errors.add(new FieldError(field, "order." + field + "-not-offered")));
    }

    private void checkPapers(Order order, List<FieldError> errors) {
        Set<String> present =
                materials.of(order.orderNo()).stream().map(Attachment::type).collect(Collectors.toSet());
        policies.documents(order.line(), order.region(), order.fields()).stream()
                .filter(RequiredDocument::required)
                .filter(document -> !present.contains(document.type()))
                .forEach(document ->
                        errors.add(new FieldError(document.type(), "order.paper-missing", document.name())));
    }
}
