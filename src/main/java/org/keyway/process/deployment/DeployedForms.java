package org.keyway.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.keyway.order.BusinessLine;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Reads start forms out of the newest deployment of their line: what was signed is what is checked. */
@Component
class DeployedForms implements Forms {

    /** A deployed form never changes: it is read once. */
    private record Form(String html, FormSchema schema) {
        static Form of(String html) {
            return new Form(html, FormSchema.parse(html));
        }
    }

    private final RepositoryService repository;
    private final Map<String, Form> byDeployment = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public String startForm(BusinessLine line) {
        return newest(line).html();
    }

    @Override
    public FormSchema schema(BusinessLine line) {
        return newest(line).schema();
    }

    private Form newest(BusinessLine line) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(line.slug())
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw Problem.notFound("order.line-not-open", line.slug());
        }
        String name = "forms/" + line.slug() + "-start.html";
        return byDeployment.computeIfAbsent(
                definition.getDeploymentId() + name, key -> Form.of(read(definition, name)));
    }

    private String read(ProcessDefinition definition, String name) {
        try (InputStream content = repository.getResourceAsStream(definition.getDeploymentId(), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
