package org.keyway.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keyway.shared.KeywayProperties;

class DeploymentGroupsTest {

    private static final Pattern FORM =
            Pattern.compile("camunda:formRef=\"([\\w-]+)\"|formKey=\"embedded:deployment:forms/([\\w-]+)\\.html\"");

    /** Tasklist finds a form only in the deployment of the diagram that asks for it. */
    @Test
    void everyFormIsDeployedWithTheDiagramThatUsesIt() {
        var groups = DeploymentGroups.of(house());
        assertThat(groups).hasSize(9).containsKeys("shared", "special-service", "annual-inspection");
        groups.forEach((group, files) -> files.keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .forEach(diagram ->
                        assertThat(files.keySet()).as(group + " " + diagram).containsAll(formsOf(files.get(diagram)))));
    }

    @Test
    void everyFileIsDeployed() {
        SortedMap<String, byte[]> files = house();
        SortedMap<String, byte[]> deployed = new TreeMap<>();
        DeploymentGroups.of(files).values().forEach(deployed::putAll);
        assertThat(deployed).isEqualTo(files);
    }

    private static List<String> formsOf(byte[] diagram) {
        return FORM.matcher(new String(diagram, StandardCharsets.UTF_8))
                .results()
                .map(use -> use.group(1) != null ? use.group(1) + ".form" : use.group(2) + ".html")
                .map(file -> "forms/" + file)
                .toList();
    }

    private static SortedMap<String, byte[]> house() {
        Path here = Path.of("");
        return new Workspace(new KeywayProperties(here, here, false, "http://localhost", "s".repeat(32))).read();
    }
}
