package org.keyway.process.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks all model files as a whole before they are built in or deployed. Pure: same input, same findings.
 *
 * <p>Message templates are checked when the files contain any {@code templates/message/} entry.
 */
public final class ModelLint {

    private final Map<String, byte[]> files;
    private final Set<String> beans;
    private final List<LintFinding> findings = new ArrayList<>();
    private final Map<String, Element> diagrams = new TreeMap<>();
    private final Map<String, Element> tables = new TreeMap<>();

    private ModelLint(Map<String, byte[]> files, Set<String> beans) {
        this.files = new TreeMap<>(files);
        this.beans = beans;
    }

    /**
     * Lints the files together.
     *
     * @param files repository-relative name ({@code processes/…}, {@code forms/…}, {@code templates/message/…}) to content
     * @param beans names that {@code delegateExpression} may use
     */
    public static List<LintFinding> check(Map<String, byte[]> files, Set<String> beans) {
        return new ModelLint(files, beans).run();
    }

    private List<LintFinding> run() {
        files.forEach(this::parse);
        ModelIndex index = ModelIndex.of(files.keySet(), diagrams, tables, beans);
        diagrams.forEach((file, root) -> {
            findings.addAll(new BpmnShape(file, root).check());
            findings.addAll(new BpmnReferences(file, root, index).check());
            findings.addAll(new BpmnExpressions(file, root).check());
        });
        tables.forEach((file, root) -> findings.addAll(new DmnRules(file, root, files.get(file)).check()));
        files.forEach((file, content) -> {
            if (file.endsWith(".form")) {
                findings.addAll(new CamundaForms(file, content).check());
            } else if (file.startsWith("forms/") && file.endsWith(".html")) {
                findings.addAll(new HtmlForms(file, content).check());
            }
        });
        findings.addAll(index.duplicates());
        return List.copyOf(findings);
    }

    private void parse(String file, byte[] content) {
        Map<String, Element> kind = file.endsWith(".bpmn") ? diagrams : file.endsWith(".dmn") ? tables : null;
        if (kind == null) {
            return;
        }
        try {
            kind.put(file, ModelXml.parse(content));
        } catch (SAXParseException e) {
            findings.add(LintFinding.of(file, "", "lint.malformed", e.getLineNumber(), e.getColumnNumber()));
        } catch (SAXException e) {
            findings.add(LintFinding.of(file, "", "lint.malformed", 0, 0));
        }
    }
}
