package org.keyway.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.order.Fields;
import org.keyway.shared.Problem;

/** A JSON object of a request, read strictly: names that the call does not know and wrong types are refused. */
public record JsonBody(Map<String, Object> values) {

    /** The body, if it has no other names than these. */
    public static JsonBody of(Map<String, Object> values, String... known) {
        Map<String, Object> given = values == null ? Map.of() : values;
        Set<String> names = Set.of(known);
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.malformed("portal.problem.unknown-field", shortened(name));
                });
        return new JsonBody(given);
    }

    /** The text, or null when missing or blank. */
    public String text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map || value instanceof List) {
            throw Problem.malformed("portal.problem.type", name);
        }
        return value.toString().isBlank() ? null : value.toString().strip();
    }

    /** The text; refused when missing. */
    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw Problem.malformed("portal.problem.missing", name);
        }
        return text;
    }

    /** A list of texts; refused when missing or anything else. */
    public List<String> texts(String name) {
        if (!(values.get(name) instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw Problem.malformed("portal.problem.type", name);
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** A whole number, or {@code fallback} when missing. */
    public int number(String name, int fallback) {
        String text = text(name);
        if (text != null && !text.matches("\\d{1,6}")) {
            throw Problem.malformed("portal.problem.type", name);
        }
        return text == null ? fallback : Integer.parseInt(text);
    }

    /** The object {@code fields}: texts, numbers, booleans and lists of them; empty when missing. */
    public Fields fields() {
        Object value = values.get("fields");
        if (value == null) {
            return Fields.empty();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw Problem.malformed("portal.problem.type", "fields");
        }
        map.forEach((name, field) -> requirePlain(String.valueOf(name), field));
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) map;
        return new Fields(fields);
    }

    private static void requirePlain(String name, Object value) {
        boolean plain = value instanceof List<?> list
                ? list.stream().allMatch(item -> isText(item) || isConsent(item))
                : value == null || isText(value);
        if (!plain) {
            throw Problem.malformed("portal.problem.type", shortened(name));
        }
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** A text with its version may be given as an object, as {@code requirements} names it. */
    private static boolean isConsent(Object value) {
        return value instanceof Map<?, ?> mark && isText(mark.get("id")) && isText(mark.get("version"));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40);
    }
}
