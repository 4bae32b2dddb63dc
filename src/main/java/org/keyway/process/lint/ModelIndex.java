package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** What exists among the files of one lint run: processes, decisions, forms, templates, beans. */
record ModelIndex(
        Map<String, List<String>> processes,
        Map<String, List<String>> decisions,
        Set<String> files,
        Set<String> beans) {

    static ModelIndex of(
            Set<String> files, Map<String, Element> diagrams, Map<String, Element> tables, Set<String> beans) {
        return new ModelIndex(ids(diagrams, "process"), ids(tables, "decision"), files, beans);
    }

    private static Map<String, List<String>> ids(Map<String, Element> roots, String localName) {
        Map<String, List<String>> ids = new TreeMap<>();
        roots.forEach((file, root) -> ModelXml.children(root, localName)
                .forEach(element -> ids.computeIfAbsent(ModelXml.id(element), id -> new ArrayList<>())
                        .add(file)));
        return ids;
    }

    List<LintFinding> duplicates() {
        List<LintFinding> findings = new ArrayList<>();
        for (Map<String, List<String>> ids : List.of(processes, decisions)) {
            ids.forEach((id, where) -> {
                if (where.size() > 1) {
                    findings.add(LintFinding.of(where.get(1), id, "lint.duplicate", id, where.get(0)));
                }
            });
        }
        return findings;
    }

    boolean hasTemplates() {
        return files.stream().anyMatch(name -> name.startsWith("templates/message/"));
    }

    boolean hasTemplate(String name) {
        return files.contains("templates/message/" + name + ".txt");
    }
}
