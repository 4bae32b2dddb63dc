package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Names, ids, size, picture and gateways of one diagram. */
final class BpmnShape {

    private static final Set<String> SPLITS = Set.of("exclusiveGateway", "inclusiveGateway");

    private final String file;
    private final Element root;
    private final List<LintFinding> findings = new ArrayList<>();

    BpmnShape(String file, Element root) {
        this.file = file;
        this.root = root;
    }

    List<LintFinding> check() {
        List<Element> processes = ModelXml.children(root, "process");
        if (processes.size() != 1) {
            add("", "lint.one-process", processes.size());
            return findings;
        }
        checkProcess(processes.get(0));
        ModelXml.all(root).stream()
                .filter(element -> ModelVocabulary.PREFIXES.containsKey(element.getLocalName()))
                .forEach(this::checkId);
        nodes(processes.get(0)).forEach(this::checkName);
        ModelXml.all(root).stream()
                .filter(element -> SPLITS.contains(element.getLocalName()))
                .forEach(this::checkSplit);
        checkPicture(processes.get(0));
        return findings;
    }

    private void checkProcess(Element process) {
        String id = ModelXml.id(process);
        if (!file.equals("processes/" + id + ".bpmn")) {
            add(id, "lint.file-name", id);
        }
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            add(id, "lint.not-executable");
        }
        if (!ModelXml.camunda(process, "historyTimeToLive").matches("P?\\d+D?")) {
            add(id, "lint.history");
        }
        if (!ModelVocabulary.isChinese(process.getAttribute("name"))) {
            add(id, "lint.name");
        }
        long size = ModelXml.all(process).stream()
                .filter(element -> element.getParentNode() == process && isNode(element))
                .filter(element -> !element.getLocalName().equals("boundaryEvent"))
                .count();
        if (size > ModelVocabulary.MAX_NODES) {
            add(id, "lint.too-big", size, ModelVocabulary.MAX_NODES);
        }
    }

    private void checkId(Element element) {
        String prefix = ModelVocabulary.PREFIXES.get(element.getLocalName());
        if (!ModelXml.id(element).matches(prefix + "[A-Z][A-Za-z0-9]*")) {
            add(ModelXml.id(element), "lint.id-prefix", prefix);
        }
    }

    private void checkName(Element node) {
        boolean merge = node.getLocalName().endsWith("Gateway") && flows(node).size() < 2;
        if (!merge && !ModelVocabulary.isChinese(node.getAttribute("name"))) {
            add(ModelXml.id(node), "lint.name");
        }
    }

    private void checkSplit(Element gateway) {
        List<Element> flows = flows(gateway);
        if (flows.size() < 2) {
            return;
        }
        String standard = gateway.getAttribute("default");
        if (flows.stream().noneMatch(flow -> ModelXml.id(flow).equals(standard))) {
            add(ModelXml.id(gateway), "lint.no-default");
        }
        for (Element flow : flows) {
            boolean conditional =
                    !ModelXml.children(flow, "conditionExpression").isEmpty();
            if (!conditional && !ModelXml.id(flow).equals(standard)) {
                add(ModelXml.id(flow), "lint.no-condition");
            }
            if (flow.getAttribute("name").isBlank()) {
                add(ModelXml.id(flow), "lint.flow-name");
            }
        }
    }

    private void checkPicture(Element process) {
        Set<String> drawn = ModelXml.all(root).stream()
                .filter(element -> Set.of("BPMNShape", "BPMNEdge").contains(element.getLocalName()))
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        Predicate<Element> isFlow = element -> element.getLocalName().equals("sequenceFlow");
        ModelXml.all(process).stream()
                .filter(isFlow.or(BpmnShape::isNode))
                .filter(element -> !drawn.contains(ModelXml.id(element)))
                .forEach(element -> add(ModelXml.id(element), "lint.not-drawn"));
    }

    private List<Element> flows(Element node) {
        return ModelXml.all(root, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(ModelXml.id(node)))
                .toList();
    }

    static List<Element> nodes(Element process) {
        return ModelXml.all(process).stream().filter(BpmnShape::isNode).toList();
    }

    private static boolean isNode(Element element) {
        return ModelVocabulary.PREFIXES.containsKey(element.getLocalName())
                && !Set.of("message", "error").contains(element.getLocalName());
    }

    private void add(String element, String key, Object... args) {
        findings.add(LintFinding.of(file, element, key, args));
    }
}
