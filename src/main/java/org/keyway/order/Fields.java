package org.keyway.order;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the applicant filled in: field name of the contract to its text, or to a list of texts where the form allows
 * several (consents, change types). Numbers and booleans are kept as their text.
 */
public record Fields(Map<String, Object> values) {

    public Fields {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(
                        name,
                        value instanceof List<?> list
                                ? list.stream().map(Fields::item).toList()
                                : value.toString().strip());
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    public static Fields empty() {
        return new Fields(Map.of());
    }

    /** The text of a field; empty when it is missing or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** The texts of a field that may be given several times. */
    public List<String> list(String name) {
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return text(name).map(List::of).orElse(List.of());
    }

    /** A whole number, or {@code fallback} when missing or not a number. */
    public int number(String name, int fallback) {
        return text(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /** These fields with the other's laid over them. */
    public Fields with(Fields other) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(other.values);
        return new Fields(merged);
    }

    /** These fields but for one. */
    public Fields without(String name) {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.remove(name);
        return new Fields(rest);
    }

    /** One item of a list; a text with its version, given as an object, becomes {@code id:version}. */
    private static String item(Object value) {
        return value instanceof Map<?, ?> mark && mark.containsKey("id")
                ? mark.get("id") + ":" + mark.get("version")
                : String.valueOf(value);
    }
}
