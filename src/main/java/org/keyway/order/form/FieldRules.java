package org.keyway.order.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.keyway.order.Fields;
import org.keyway.shared.Problem.FieldError;

/** Judges what was given for one field; the first thing wrong is told. */
final class FieldRules {

    private static final int MOST_VALUES = 100;
    private static final int NUMBER_DIGITS = 15;

    private final FormField field;
    private final Pattern pattern;
    private final FieldCheck check;

    FieldRules(FormField field) {
        this.field = field;
        try {
            pattern = field.pattern() == null ? null : Pattern.compile(field.pattern());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("field " + field.name() + " has a broken pattern: " + field.pattern());
        }
        check = field.check() == null
                ? null
                : FieldCheck.of(field.check())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "field " + field.name() + " asks for an unknown check: " + field.check()));
    }

    /** What keeps the field from being stored at all. */
    Optional<FieldError> checkShape(Fields given) {
        Object value = given.values().get(field.name());
        if (value == null) {
            return Optional.empty();
        }
        List<String> texts = value instanceof List<?> ? given.list(field.name()) : List.of(value.toString());
        if (value instanceof List<?> && !field.multiple() || texts.size() > MOST_VALUES) {
            return error("form.single");
        }
        boolean lines = field.type().equals("textarea");
        if (texts.stream().anyMatch(text -> !PlainText.isPlain(text, lines))) {
            return error("form.characters");
        }
        return texts.stream().anyMatch(text -> text.codePointCount(0, text.length()) > field.maxLength())
                ? error("form.length", String.valueOf(field.maxLength()))
                : Optional.empty();
    }

    /** What keeps the form from being submitted; a field that is not asked only needs a storable shape. */
    Optional<FieldError> check(Fields given, FormSchema schema) {
        Optional<FieldError> shape = checkShape(given);
        if (shape.isPresent() || !field.shownIn(given)) {
            return shape;
        }
        List<String> texts = given.list(field.name()).stream()
                .filter(text -> !text.isBlank())
                .toList();
        if (texts.isEmpty()) {
            return field.requiredIn(given) ? error(field.options().isEmpty() ? "form.required" : "form.choose") : shape;
        }
        if (new HashSet<>(texts).size() < texts.size()) {
            return error("form.single");
        }
        return texts.stream()
                .map(text -> judge(text, given, schema))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<FieldError> judge(String text, Fields given, FormSchema schema) {
        if (!field.options().isEmpty() && !field.options().containsKey(text)) {
            return error("form.option");
        }
        if (field.equalTo() != null && !text.equals(given.text(field.equalTo()).orElse(""))) {
            String other = schema.field(field.equalTo()).map(FormField::label).orElse("");
            return error("form.equal", other);
        }
        if (check != null && !check.accepts(text)) {
            return error("form.check." + check.slug());
        }
        if (pattern != null && !matches(text)) {
            return error("form.pattern");
        }
        return judgeType(text);
    }

    private Optional<FieldError> judgeType(String text) {
        return switch (field.type()) {
            case "number", "range" -> number(text);
            case "date" -> parses(text, LocalDate::parse) ? Optional.empty() : error("form.date");
            case "datetime-local" ->
                parses(text, LocalDateTime::parse) || parses(text, OffsetDateTime::parse)
                        ? Optional.empty()
                        : error("form.date");
            case "email" -> FieldCheck.EMAIL.accepts(text) ? Optional.empty() : error("form.check.email");
            default -> Optional.empty();
        };
    }

    private Optional<FieldError> number(String text) {
        if (text.length() > NUMBER_DIGITS || !text.matches("-?[0-9]+")) {
            return error("form.number");
        }
        BigDecimal number = new BigDecimal(text);
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return error("form.min", field.min().toPlainString());
        }
        return field.max() != null && number.compareTo(field.max()) > 0
                ? error("form.max", field.max().toPlainString())
                : Optional.empty();
    }

    /** A pattern may recurse deeper than the stack on a hostile text; then it does not match. */
    private boolean matches(String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static boolean parses(String text, Function<String, ?> parser) {
        try {
            return text.length() <= 40 && parser.apply(text) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Optional<FieldError> error(String code, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = field.label();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Optional.of(new FieldError(field.name(), code, arguments));
    }
}
