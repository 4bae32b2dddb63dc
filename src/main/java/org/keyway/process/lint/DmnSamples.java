package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
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

    /** A text that no cell names: a blank cell takes it, so that a general row is tried and not a special one. */
    private static final String NOBODYS = "-";

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
                String cell = cells.get(i).getTextContent().strip();
                samples.values.get(samples.names.get(i)).addAll(endpoints(cell, samples.types.get(i)));
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
                for (Object value : candidates(name)) {
                    Map<String, Object> next = new LinkedHashMap<>(row);
                    next.put(name, value);
                    longer.add(next);
                }
            }
            rows = longer.subList(0, Math.min(longer.size(), LIMIT));
        }
        return rows;
    }

    private Collection<Object> candidates(String name) {
        return values.get(name).isEmpty() ? Collections.singleton(null) : values.get(name);
    }

    private Object satisfying(String cell, String name, String type) {
        List<Object> found = endpoints(cell, type);
        if (found.isEmpty() && "string".equals(type)) {
            return NOBODYS;
        }
        Iterator<Object> candidates = (found.isEmpty() ? values.get(name) : found).iterator();
        return candidates.hasNext() ? candidates.next() : null;
    }

    /** Values inside the cell; for ranges their ends, so that any two overlapping cells share one of them. */
    private static List<Object> endpoints(String cell, String type) {
        if (cell.startsWith("not(")) {
            return List.of(NOBODYS);
        }
        if ("boolean".equals(type)) {
            return cell.matches("true|false") ? List.of(Boolean.valueOf(cell)) : List.of();
        }
        List<Object> found = new ArrayList<>();
        Matcher matcher = ("string".equals(type) ? LITERAL : NUMBER).matcher(cell);
        while (matcher.find()) {
            found.add("string".equals(type) ? matcher.group(1) : inside(cell, Long.parseLong(matcher.group())));
        }
        return found;
    }

    private static long inside(String cell, long bound) {
        if (cell.matches("[<>]=.*")) {
            return bound;
        }
        return cell.startsWith(">") ? bound + 1 : cell.startsWith("<") ? bound - 1 : bound;
    }
}
