package org.keyway.order.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.Fields;

/**
 * One field of a start form as its HTML declares it.
 *
 * @param type HTML input type, or {@code select} or {@code textarea}
 * @param requiredWhen further condition under which it must be filled in; null when there is none
 * @param showWhen conditions of the field and of what encloses it, all of which must hold for it to be asked at all
 * @param pattern regular expression that the whole text must match; null when there is none
 * @param maxLength most characters (code points)
 * @param min smallest number; null when there is none
 * @param max greatest number; null when there is none
 * @param options value to label, in the order of the form; empty when any text is allowed
 * @param check name of a check of {@link FieldCheck}; null when there is none
 * @param equalTo field that must have the same text; null when there is none
 * @param multiple whether several values may be given
 */
public record FormField(
        String name,
        String label,
        String section,
        String type,
        boolean required,
        FieldCondition requiredWhen,
        List<FieldCondition> showWhen,
        String pattern,
        int maxLength,
        BigDecimal min,
        BigDecimal max,
        String accept,
        Map<String, String> options,
        String check,
        String equalTo,
        boolean multiple) {

    private static final String SEPARATOR = "\u3001";

    /** Whether the field is asked, given what else was filled in. */
    public boolean shownIn(Fields fields) {
        return showWhen.stream().allMatch(condition -> condition.holds(fields));
    }

    /** Whether the field must be filled in, given what else was filled in. */
    public boolean requiredIn(Fields fields) {
        return shownIn(fields) && (required || requiredWhen != null && requiredWhen.holds(fields));
    }

    /** What a person reads: the labels of the chosen options, or the text itself; empty when not filled in. */
    public Optional<String> display(Fields fields) {
        String text = fields.list(name).stream()
                .map(value -> options.getOrDefault(value, value))
                .reduce((left, right) -> left + SEPARATOR + right)
                .orElse("");
        return Optional.of(text).filter(value -> !value.isBlank());
    }
}
