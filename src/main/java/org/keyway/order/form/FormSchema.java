package org.keyway.order.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.shared.Problem.FieldError;

/** What one HTML start form allows and asks for; the server enforces the same constraints as the page. */
public final class FormSchema {

    /** An attacker's ten thousand unknown names need not all be repeated. */
    private static final int UNKNOWN_TOLD = 20;

    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Map<String, FieldRules> rules = new LinkedHashMap<>();

    private FormSchema(List<FormField> all) {
        for (FormField field : all) {
            fields.put(field.name(), field);
            rules.put(field.name(), new FieldRules(field));
        }
        all.forEach(this::requireKnownReferences);
    }

    /** Reads a form; a form that contradicts itself is an IllegalArgumentException that names the field. */
    public static FormSchema parse(String html) {
        return new FormSchema(new FormReader(html).read());
    }

    /** In the order of the form. */
    public List<FormField> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<FormField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The label of a chosen option; the value itself where the form has none. */
    public String optionLabel(String name, String value) {
        return field(name).map(field -> field.options().get(value)).orElse(value);
    }

    /** Everything that stands in the way of submitting; total: hostile input is answered, never thrown at. */
    public List<FieldError> check(Fields given) {
        List<FieldError> errors = unknown(given);
        for (FieldRules rule : rules.values()) {
            rule.check(given, this).ifPresent(errors::add);
        }
        return errors;
    }

    /** What may not even be stored in a draft: unknown names, hostile characters, texts beyond all limits. */
    public List<FieldError> checkDraft(Fields given) {
        List<FieldError> errors = unknown(given);
        for (FieldRules rule : rules.values()) {
            rule.checkShape(given).ifPresent(errors::add);
        }
        return errors;
    }

    private List<FieldError> unknown(Fields given) {
        List<FieldError> errors = new ArrayList<>();
        given.values().keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .limit(UNKNOWN_TOLD)
                .map(PlainText::shown)
                .forEach(name -> errors.add(new FieldError(name, "form.unknown", name)));
        return errors;
    }

    private void requireKnownReferences(FormField field) {
        List<FieldCondition> conditions = new ArrayList<>(field.showWhen());
        Optional.ofNullable(field.requiredWhen()).ifPresent(conditions::add);
        for (FieldCondition condition : conditions) {
            FormField other = fields.get(condition.field());
            boolean sensible = other != null
                    && (other.options().isEmpty() || other.options().keySet().containsAll(condition.values()));
            if (!sensible) {
                throw new IllegalArgumentException("field " + field.name() + " depends on an unknown field or value: "
                        + condition.field() + "=" + String.join(",", condition.values()));
            }
        }
        if (field.equalTo() != null && !fields.containsKey(field.equalTo())) {
            throw new IllegalArgumentException(
                    "field " + field.name() + " must equal an unknown field: " + field.equalTo());
        }
    }
}
