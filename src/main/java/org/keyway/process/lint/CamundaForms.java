package org.keyway.process.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One Camunda Form ({@code .form}): what the form library shipped with the engine can show, nothing personal. */
final class CamundaForms {

    private final String file;
    private final byte[] content;
    private final List<LintFinding> findings = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    CamundaForms(String file, byte[] content) {
        this.file = file;
        this.content = content;
    }

    List<LintFinding> check() {
        JsonNode form;
        try {
            form = new ObjectMapper().readTree(content);
        } catch (IOException e) {
            add("", "lint.json");
            return findings;
        }
        String id = form.path("id").asText();
        if (!file.equals("forms/" + id + ".form")) {
            add(id, "lint.form-id", id);
        }
        if (form.path("schemaVersion").asInt(99) > ModelVocabulary.MAX_FORM_SCHEMA) {
            add(id, "lint.form-schema", ModelVocabulary.MAX_FORM_SCHEMA);
        }
        form.path("components").forEach(this::checkComponent);
        return findings;
    }

    private void checkComponent(JsonNode component) {
        String key = component.path("key").asText();
        String name = key.isEmpty() ? component.path("id").asText() : key;
        if (!ModelVocabulary.FORM_COMPONENTS.contains(component.path("type").asText())) {
            add(name, "lint.form-component", component.path("type").asText());
        }
        if (!key.isEmpty()) {
            checkKey(component, key);
        }
        component.path("components").forEach(this::checkComponent);
    }

    private void checkKey(JsonNode component, String key) {
        if (ModelVocabulary.PERSONAL.contains(key)) {
            add(key, "lint.personal", key);
        }
        if (!keys.add(key)) {
            add(key, "lint.form-key-twice", key);
        }
        if (!ModelVocabulary.isChinese(component.path("label").asText())) {
            add(key, "lint.form-label");
        }
    }

    private void add(String element, String key, Object... args) {
        findings.add(LintFinding.of(file, element, key, args));
    }
}
