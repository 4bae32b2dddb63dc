package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Sample inputs taken from the cells of a table: one that satisfies a rule, and the product of all that are named. */
final class DmnSamples {

    private static final int LIMIT = 2000;
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final List<String> names;
    private final List<String> types;
    private final Map<String, Set<Object>> values = new LinkedHashMap<>();

    private DmnSamples(List<Element> inputs) {
        names = inputs.stream()
                .map(input ->
                        ModelXml.all(input, "text").get(0).getTextContent().strip())
                .toList();
        types = inputs.stream()
                .map(input -> ModelXml.all(input, "inputExpression").get(0).getAttribute("typeRef"))
                .toList();
        names.forEach(name -> values.put(name, new LinkedHashSet<>()));
    }

    static DmnSamples of(Element decision) {
        DmnSamples samples = new DmnSamples(ModelXml.all(decision, "input"));
        for (Element rule : ModelXml.all(decision, "rule")) {
            List<Element> cells = ModelXml.children(rule, "inputEntry");
            for (int i = 0; i < cells.size(); i++) {
                samples.values.get(samples.names.get(i)).addAll(samples.named(cells.get(i), samples.types.get(i)));
            }
        }
        return samples;
    }

    Map<String, Object> satisfying(Element rule) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<Element> cells = ModelXml.children(rule, "inputEntry");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).getTextContent().strip();
            inputs.put(names.get(i), satisfying(cell, names.get(i), types.get(i)));
        }
        return inputs;
    }

    List<Map<String, Object>> product() {
        List<Map<String, Object>> rows = List.of(Map.of());
        for (String name : names) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                for (Object value : values.get(name)) {
                    Map<String, Object> next = new LinkedHashMap<>(row);
                    next.put(name, value);
                    longer.add(next);
                }
            }
            rows = longer.isEmpty() ? rows : longer.subList(0, Math.min(longer.size(), LIMIT));
        }
        return rows;
    }

    private Object satisfying(String cell, String name, String type) {
        if (cell.isEmpty() || cell.equals("-")) {
            return values.get(name).stream().findFirst().orElse(null);
        }
        if (cell.startsWith("not(")) {
            return "string".equals(type) ? "-" : null;
        }
        Matcher number = NUMBER.matcher(cell);
        if (!isText(type) && number.find()) {
            long found = Long.parseLong(number.group());
            boolean open = cell.startsWith("]") || cell.startsWith("(");
            return cell.startsWith(">=") || cell.startsWith("<=")
                    ? found
                    : cell.startsWith(">") || open ? found + 1 : cell.startsWith("<") ? found - 1 : found;
        }
        Matcher literal = LITERAL.matcher(cell);
        return literal.find() ? literal.group(1) : Boolean.valueOf(cell);
    }

    private List<Object> named(Element entry, String type) {
        String cell = entry.getTextContent();
        List<Object> found = new ArrayList<>();
        Matcher matcher = (isText(type) ? LITERAL : NUMBER).matcher(cell);
        while (matcher.find()) {
            if (isText(type)) {
                found.add(matcher.group(1));
            } else {
                long number = Long.parseLong(matcher.group());
                found.addAll(List.of(number - 1, number, number + 1));
            }
        }
        if ("boolean".equals(type) && cell.strip().matches("true|false")) {
            found.add(Boolean.valueOf(cell.strip()));
        }
        return found;
    }

    private static boolean isText(String type) {
        return "string".equals(type);
    }
}
