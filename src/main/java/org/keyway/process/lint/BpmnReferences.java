package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.order.OrderStatus;
import org.w3c.dom.Element;

/** Everything a diagram points to must exist: people, forms, beans, processes, decisions, templates, statuses. */
final class BpmnReferences {

    private static final String EMBEDDED = "embedded:deployment:";
    private static final Set<String> SENDING = Set.of("sendMessageDelegate", "escalateDelegate");
    private static final Set<String> MACHINE = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private final String file;
    private final Element root;
    private final ModelIndex index;
    private final List<LintFinding> findings = new ArrayList<>();

    BpmnReferences(String file, Element root, ModelIndex index) {
        this.file = file;
        this.root = root;
        this.index = index;
    }

    List<LintFinding> check() {
        ModelXml.all(root, "userTask").forEach(this::checkPerson);
        Stream.of("userTask", "startEvent")
                .flatMap(kind -> ModelXml.all(root, kind).stream())
                .forEach(this::checkForm);
        ModelXml.all(root).stream()
                .filter(element -> MACHINE.contains(element.getLocalName()))
                .forEach(this::checkMachine);
        ModelXml.all(root).stream()
                .filter(element -> element.hasAttributeNS(ModelXml.CAMUNDA, "delegateExpression"))
                .forEach(this::checkBean);
        ModelXml.all(root, "callActivity").forEach(this::checkCall);
        ModelXml.all(root, "property").forEach(this::checkStatus);
        return findings;
    }

    private void checkPerson(Element task) {
        if (ModelXml.children(task, "documentation").stream()
                .allMatch(text -> text.getTextContent().isBlank())) {
            add(task, "lint.no-checklist");
        }
        if (isApplicants(task)) {
            return;
        }
        List<String> groups = Arrays.stream(
                        ModelXml.camunda(task, "candidateGroups").split(","))
                .map(String::strip)
                .toList();
        boolean asked = ModelXml.camunda(task, "candidateGroups").matches("\\$\\{policy\\.\\w+\\(orderNo\\)}");
        if (!asked && !ModelVocabulary.GROUPS.containsAll(groups)) {
            add(task, "lint.group", String.join(",", groups), String.join(" ", sorted(ModelVocabulary.GROUPS)));
        }
        if (ModelXml.camunda(task, "formKey").isEmpty()
                && ModelXml.camunda(task, "formRef").isEmpty()) {
            add(task, "lint.no-form");
        }
    }

    private void checkForm(Element element) {
        String key = ModelXml.camunda(element, "formKey");
        String ref = ModelXml.camunda(element, "formRef");
        boolean keyFound = key.startsWith(EMBEDDED) && index.files().contains(key.substring(EMBEDDED.length()));
        if (!key.isEmpty() && !keyFound) {
            add(element, "lint.form-missing", key);
        }
        if (!ref.isEmpty() && !index.files().contains("forms/" + ref + ".form")) {
            add(element, "lint.form-missing", "forms/" + ref + ".form");
        }
    }

    private void checkMachine(Element task) {
        String decision = ModelXml.camunda(task, "decisionRef");
        if (!decision.isEmpty()) {
            if (!index.decisions().containsKey(decision)) {
                add(task, "lint.decision-missing", decision);
            }
            return;
        }
        if (!task.hasAttributeNS(ModelXml.CAMUNDA, "delegateExpression")) {
            add(task, "lint.no-delegate");
        }
        boolean retried = !ModelXml.all(task, "failedJobRetryTimeCycle").isEmpty();
        if (!"true".equals(ModelXml.camunda(task, "asyncBefore")) || !retried) {
            add(task, "lint.no-retry");
        }
    }

    private void checkBean(Element element) {
        String bean = ModelXml.camunda(element, "delegateExpression").replaceAll("^\\$\\{(\\w+)}$", "$1");
        if (!index.beans().contains(bean)) {
            add(owner(element), "lint.bean", bean);
        }
        if (!SENDING.contains(bean)) {
            return;
        }
        String template = ModelXml.all(owner(element), "inputParameter").stream()
                .filter(parameter -> "template".equals(parameter.getAttribute("name")))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
        if (template.isEmpty() || index.hasTemplates() && !index.hasTemplate(template)) {
            add(owner(element), "lint.template", template);
        }
    }

    private void checkCall(Element call) {
        String called = call.getAttribute("calledElement");
        if (!index.processes().containsKey(called)) {
            add(call, "lint.process-missing", called);
        }
        if (ModelXml.all(call, "in").stream()
                .noneMatch(in -> "${execution.processBusinessKey}".equals(in.getAttribute("businessKey")))) {
            add(call, "lint.business-key");
        }
    }

    private void checkStatus(Element property) {
        String value = property.getAttribute("value");
        boolean known = Arrays.stream(OrderStatus.values())
                .anyMatch(status -> status.name().equals(value));
        if ("status".equals(property.getAttribute("name")) && !known) {
            add(owner(property), "lint.status", value);
        }
    }

    private static boolean isApplicants(Element task) {
        return "${applicant}".equals(ModelXml.camunda(task, "assignee"));
    }

    private static Element owner(Element element) {
        Element owner = element;
        while (!ModelVocabulary.PREFIXES.containsKey(owner.getLocalName())
                && owner.getParentNode() instanceof Element parent) {
            owner = parent;
        }
        return owner;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private void add(Element element, String key, Object... args) {
        findings.add(LintFinding.of(file, ModelXml.id(element), key, args));
    }
}
