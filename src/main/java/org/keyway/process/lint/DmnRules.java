package org.keyway.process.lint;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.w3c.dom.Element;

/** One decision table: named, explained row by row, its cells can be evaluated and UNIQUE means unique. */
final class DmnRules {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final String file;
    private final Element root;
    private final byte[] content;
    private final List<LintFinding> findings = new ArrayList<>();

    DmnRules(String file, Element root, byte[] content) {
        this.file = file;
        this.root = root;
        this.content = content;
    }

    List<LintFinding> check() {
        List<Element> decisions = ModelXml.children(root, "decision");
        if (decisions.size() != 1) {
            add("", "lint.one-decision", decisions.size());
            return findings;
        }
        Element decision = decisions.get(0);
        checkNames(decision);
        checkCells(decision);
        return findings;
    }

    private void checkNames(Element decision) {
        String id = ModelXml.id(decision);
        if (!file.equals("processes/" + id + ".dmn")) {
            add(id, "lint.file-name", id);
        }
        if (!decision.getAttributeNS(ModelXml.CAMUNDA_DMN, "historyTimeToLive").matches("P?\\d+D?")) {
            add(id, "lint.history");
        }
        if (!ModelVocabulary.isChinese(decision.getAttribute("name"))) {
            add(id, "lint.name");
        }
        for (String column : List.of("input", "output")) {
            ModelXml.all(decision, column).stream()
                    .filter(element -> !ModelVocabulary.isChinese(element.getAttribute("label")))
                    .forEach(element -> add(ModelXml.id(element), "lint.name"));
        }
        ModelXml.all(decision, "rule").stream()
                .filter(rule -> ModelXml.children(rule, "description").isEmpty())
                .forEach(rule -> add(ModelXml.id(rule), "lint.rule-note"));
        if (ModelXml.all(root, "DMNShape").isEmpty()) {
            add(id, "lint.not-drawn");
        }
    }

    private void checkCells(Element decision) {
        String id = ModelXml.id(decision);
        DmnDecision parsed;
        try {
            parsed = ENGINE.parseDecision(id, new ByteArrayInputStream(content));
        } catch (RuntimeException e) {
            add(id, "lint.dmn-parse");
            return;
        }
        DmnSamples samples = DmnSamples.of(decision);
        boolean unique = ModelXml.all(decision, "decisionTable").stream()
                .anyMatch(table -> List.of("", "UNIQUE").contains(table.getAttribute("hitPolicy")));
        for (Element rule : ModelXml.all(decision, "rule")) {
            checkRule(parsed, rule, samples.satisfying(rule), unique);
        }
        if (unique && findings.isEmpty()) {
            samples.product().stream()
                    .filter(inputs -> evaluate(parsed, inputs) == null)
                    .findFirst()
                    .ifPresent(inputs -> add(id, "lint.dmn-unique", inputs.toString()));
        }
    }

    private void checkRule(DmnDecision decision, Element rule, Map<String, Object> inputs, boolean unique) {
        DmnDecisionTableResult result = evaluate(decision, inputs);
        if (result == null || result.isEmpty() || unique && result.size() > 1) {
            add(ModelXml.id(rule), "lint.dmn-hit", inputs.toString());
            return;
        }
        long blanks = ModelXml.children(rule, "outputEntry").stream()
                .filter(cell -> !"null".equals(cell.getTextContent().strip()))
                .count();
        boolean filled = result.getResultList().stream()
                .anyMatch(row ->
                        row.values().stream().filter(java.util.Objects::nonNull).count() >= blanks);
        if (!filled) {
            add(ModelXml.id(rule), "lint.dmn-output");
        }
    }

    /** Null when the table cannot answer: a cell fails, or two rows hit where one may. */
    private static DmnDecisionTableResult evaluate(DmnDecision decision, Map<String, Object> inputs) {
        try {
            return ENGINE.evaluateDecisionTable(decision, Variables.fromMap(inputs));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void add(String element, String key, Object... args) {
        findings.add(LintFinding.of(file, element, key, args));
    }
}
