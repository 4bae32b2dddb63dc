package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Expressions use declared variables and the beans made for diagrams, nothing runs that is not a delegate, nothing personal is kept. */
final class BpmnExpressions {

    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "expression", "resource", "topic", "scriptFormat");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern ROOT_WORD = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    private final String file;
    private final Element root;
    private final List<LintFinding> findings = new ArrayList<>();

    BpmnExpressions(String file, Element root) {
        this.file = file;
        this.root = root;
    }

    List<LintFinding> check() {
        for (Element element : ModelXml.all(root)) {
            checkForbidden(element);
            checkVariables(element);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                if (!"delegateExpression".equals(attribute.getLocalName())) {
                    checkText(element, attribute.getValue());
                }
            }
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                boolean prose = Set.of("documentation", "text").contains(element.getLocalName());
                if (node.getNodeType() == Node.TEXT_NODE && !prose) {
                    checkText(element, node.getNodeValue());
                }
            }
        }
        return findings;
    }

    private void checkForbidden(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getLocalName())) {
            add(element, "lint.code", element.getLocalName());
        }
        for (String attribute : FORBIDDEN_ATTRIBUTES) {
            boolean camunda = ModelXml.CAMUNDA.equals(element.getNamespaceURI());
            if (element.hasAttributeNS(ModelXml.CAMUNDA, attribute) || camunda && element.hasAttribute(attribute)) {
                add(element, "lint.code", attribute);
            }
        }
    }

    private void checkVariables(Element element) {
        boolean mapping =
                Set.of("inputParameter", "outputParameter", "formField").contains(element.getLocalName());
        String name = element.getAttribute("formField".equals(element.getLocalName()) ? "id" : "name");
        if (mapping && ModelVocabulary.PERSONAL.contains(name)) {
            add(element, "lint.personal", name);
        }
    }

    private void checkText(Element element, String text) {
        if (text.contains("#{")) {
            add(element, "lint.hash-expression");
        }
        if (text.equals("${execution.processBusinessKey}")) {
            return;
        }
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            Matcher words = ROOT_WORD.matcher(expressions.group(1).replaceAll("'[^']*'|\"[^\"]*\"", ""));
            while (words.find()) {
                checkWord(element, words.group());
            }
        }
    }

    private void checkWord(Element element, String word) {
        boolean known = ModelVocabulary.VARIABLES.contains(word)
                || ModelVocabulary.EXPRESSION_ROOTS.contains(word)
                || ModelVocabulary.EXPRESSION_WORDS.contains(word);
        if (!known) {
            add(element, "lint.variable", word);
        }
    }

    private void add(Element element, String key, Object... args) {
        Element owner = element;
        while (ModelXml.id(owner).isEmpty() && owner.getParentNode() instanceof Element parent) {
            owner = parent;
        }
        findings.add(LintFinding.of(file, ModelXml.id(owner), key, args));
    }
}
