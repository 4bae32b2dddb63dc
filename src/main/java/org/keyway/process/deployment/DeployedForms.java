package org.keyway.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.process.NewestDefinitions;
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
    private final NewestDefinitions definitions;
    private final ObjectProvider<ServiceCatalogue> catalogue;
    private final Map<String, Form> byDeployment = new ConcurrentHashMap<>();

    DeployedForms(
            RepositoryService repository, NewestDefinitions definitions, ObjectProvider<ServiceCatalogue> catalogue) {
        this.repository = repository;
        this.definitions = definitions;
        this.catalogue = catalogue;
    }

    @Override
    public boolean isOpen(BusinessLine line) {
        return definitions.process(line.slug()).isPresent();
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
        String deploymentId = definitions
                .process(line.slug())
                .orElseThrow(() -> Problem.notFound("order.line-not-open", line.slug()))
                .deploymentId();
        String own =
                line == BusinessLine.SPECIAL_SERVICE ? catalogue.getObject().formOf(fields) : "";
        String name = "forms/" + (own.isEmpty() ? line.slug() + "-start" : own) + ".html";
        return byDeployment.computeIfAbsent(deploymentId + name, key -> Form.of(read(deploymentId, name)));
    }

    private String read(String deploymentId, String name) {
        try (InputStream content = repository.getResourceAsStream(deploymentId, name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
