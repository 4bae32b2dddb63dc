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
import org.keyway.order.Fields;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.process.ServiceCatalogue;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<ServiceCatalogue> catalogue;
    private final Map<String, Form> byDeployment = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository, ObjectProvider<ServiceCatalogue> catalogue) {
        this.repository = repository;
        this.catalogue = catalogue;
    }

    @Override
    public boolean isOpen(BusinessLine line) {
        return newest(line) != null;
    }

    private ProcessDefinition newest(BusinessLine line) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(line.slug())
                .latestVersion()
                .singleResult();
    }

    @Override
    public String startForm(BusinessLine line, Fields fields) {
        return form(line, fields).html();
    }

    @Override
    public FormSchema schema(BusinessLine line, Fields fields) {
        return form(line, fields).schema();
    }

    private Form form(BusinessLine line, Fields fields) {
        ProcessDefinition definition = newest(line);
        if (definition == null) {
            throw Problem.notFound("order.line-not-open", line.slug());
        }
        String own =
                line == BusinessLine.SPECIAL_SERVICE ? catalogue.getObject().formOf(fields) : "";
        String name = "forms/" + (own.isEmpty() ? line.slug() + "-start" : own) + ".html";
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
