package org.keyway.order.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Reads the fields of one HTML form; inputs without a {@code name} are the page's own business. */
final class FormReader {

    private static final Set<String> NO_FIELDS = Set.of("file", "submit", "button", "reset", "image", "password");
    private static final Set<String> CHOICES = Set.of("radio", "checkbox");
    private static final int LINE = 200;
    private static final int LINES = 2000;

    private final Document form;
    private final FormLabels labels;

    FormReader(String html) {
        form = Jsoup.parse(html);
        labels = new FormLabels(form);
    }

    List<FormField> read() {
        Map<String, Elements> controls = new LinkedHashMap<>();
        for (Element control : form.select("input[name], select[name], textarea[name]")) {
            if (!NO_FIELDS.contains(typeOf(control))) {
                controls.computeIfAbsent(control.attr("name"), name -> new Elements())
                        .add(control);
            }
        }
        return controls.entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FormField field(String name, Elements controls) {
        Element control = controls.first();
        String type = typeOf(control);
        boolean choice = CHOICES.contains(type);
        if (!name.matches("[A-Za-z][A-Za-z0-9]{0,63}") || controls.size() > 1 && !choice) {
            throw new IllegalArgumentException("field name is not a plain name or occurs twice: " + name);
        }
        Map<String, String> options = choice ? choices(controls) : options(control);
        return new FormField(
                name,
                choice ? labels.ofGroup(controls) : labels.of(control),
                labels.section(control),
                type,
                controls.hasAttr("required"),
                given(control, "data-required-when", FieldCondition::parse),
                conditions(control),
                given(control, "pattern", Function.identity()),
                maxLength(control, type),
                given(control, "min", text -> number(name, text)),
                given(control, "max", text -> number(name, text)),
                given(control, "accept", Function.identity()),
                options,
                given(control, "data-check", Function.identity()),
                given(control, "data-equals", Function.identity()),
                type.equals("checkbox") && options.size() != 1 || control.hasAttr("multiple"));
    }

    private static List<FieldCondition> conditions(Element control) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (Element at = control; at != null; at = at.parent()) {
            if (at.hasAttr("data-show-when")) {
                conditions.add(FieldCondition.parse(at.attr("data-show-when")));
            }
        }
        return List.copyOf(conditions);
    }

    private Map<String, String> choices(Elements controls) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Element control : controls) {
            String value = control.hasAttr("value") ? control.attr("value") : "on";
            if (!value.isEmpty()) {
                options.put(value, labels.ofOption(control));
            }
        }
        return options;
    }

    private static Map<String, String> options(Element control) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Element option : control.select("option")) {
            String value = option.hasAttr("value") ? option.attr("value") : option.text();
            if (!value.isEmpty()) {
                options.put(value, option.text().strip());
            }
        }
        return options;
    }

    private static int maxLength(Element control, String type) {
        int most = type.equals("textarea") ? LINES : LINE;
        String text = control.attr("maxlength");
        return text.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(text), 10 * most) : most;
    }

    /** Limits of dates are the page's business; only numbers are read. */
    private static BigDecimal number(String name, String text) {
        if (text.matches("\\d{4}-.*")) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("field " + name + " has a limit that is no number: " + text, e);
        }
    }

    private static <T> T given(Element control, String attribute, Function<String, T> reader) {
        String text = control.attr(attribute).strip();
        return text.isEmpty() ? null : reader.apply(text);
    }

    private static String typeOf(Element control) {
        String tag = control.normalName();
        String type = control.attr("type").strip().toLowerCase(java.util.Locale.ROOT);
        return tag.equals("input") ? (type.isEmpty() ? "text" : type) : tag;
    }
}
