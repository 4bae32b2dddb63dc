package org.keyway.process.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One embedded HTML form: plain HTML that works in the portal and in Tasklist alike. */
final class HtmlForms {

    private final String file;
    private final String html;
    private final List<LintFinding> findings = new ArrayList<>();

    HtmlForms(String file, byte[] content) {
        this.file = file;
        this.html = new String(content, StandardCharsets.UTF_8);
    }

    List<LintFinding> check() {
        Document page = Jsoup.parse(html);
        if (page.select("form").size() != 1) {
            add("", "lint.html-form", page.select("form").size());
        }
        if (html.contains("{{")) {
            add("", "lint.html-curly");
        }
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> checkAttribute(element, attribute));
        }
        page.select("[data-include]").forEach(place -> add("", "lint.html-part", place.attr("data-include")));
        page.select("input[type=file][required]").forEach(input -> add(name(input), "lint.html-file-required"));
        page.select("[cam-variable-name]").forEach(this::checkVariable);
        return findings;
    }

    private void checkAttribute(Element element, Attribute attribute) {
        String key = attribute.getKey().toLowerCase();
        if (key.startsWith("ng-") || key.startsWith("data-ng-")) {
            add(name(element), "lint.html-angular", key);
        }
        if (key.startsWith("on")) {
            add(name(element), "lint.html-handler", key);
        }
        boolean link = List.of("src", "href", "action", "formaction", "srcset").contains(key);
        if (link && attribute.getValue().strip().matches("(?i)(https?:|ftp:|javascript:|//).*")) {
            add(name(element), "lint.html-external", attribute.getValue());
        }
    }

    private void checkVariable(Element element) {
        String variable = element.attr("cam-variable-name");
        if (!List.of("input", "select", "textarea").contains(element.tagName())) {
            add(name(element), "lint.html-variable", variable);
        }
        if (ModelVocabulary.PERSONAL.contains(variable)) {
            add(name(element), "lint.personal", variable);
        }
    }

    private static String name(Element element) {
        return element.hasAttr("name")
                ? element.attr("name")
                : element.hasAttr("id") ? element.id() : element.tagName();
    }

    private void add(String element, String key, Object... args) {
        findings.add(LintFinding.of(file, element, key, args));
    }
}
