package org.keyway.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    Admission(Forms forms, PolicyTables policies, Materials materials, ConsentTexts consentTexts) {
        this.forms = forms;
        this.policies = policies;
        this.materials = materials;
        this.consentTexts = consentTexts;
    }

    /** Refuses with all problems, or returns. */
    void check(Order order) {
        List<FieldError> errors = new ArrayList<>(checkForm(order, order.fields()));
        policies.region(order.line(), order.region())
                .ifPresentOrElse(
                        policy -> checkPolicy(order, policy, errors),
                        () -> errors.add(new FieldError("region", "order.region-not-offered")));
        checkPapers(order, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.stream().distinct().toList());
        }
    }

    /** Refuses what a draft may not even hold: unknown fields and texts that no form would accept in length. */
    void checkDraft(BusinessLine line, String region, Fields patch) {
        List<FieldError> errors = new ArrayList<>(schema(line).checkDraft(patch.without("region")));
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

    /** The consignee fields of the input laid over the order's, if together they pass the form. */
    Fields consignee(Order order, Fields input) {
        Fields given = new Fields(input.values().entrySet().stream()
                .filter(entry -> CONSIGNEE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        List<FieldError> errors = checkForm(order, order.fields().with(given)).stream()
                .filter(error -> CONSIGNEE.contains(error.field()))
                .toList();
        if (given.values().isEmpty() || !errors.isEmpty()) {
            throw errors.isEmpty()
                    ? Problem.invalid("consigneeAddress", "step.address-required")
                    : Problem.invalid(errors);
        }
        return given;
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

    private FormSchema schema(BusinessLine line) {
        return forms.schema(line);
    }

    /** The region is the order's own; a form may ask for it as one of its fields all the same. */
    private List<FieldError> checkForm(Order order, Fields fields) {
        FormSchema schema = schema(order.line());
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
