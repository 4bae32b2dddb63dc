package org.keyway.process.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What analysts choose from in the Modeler matches what the diagrams may use. */
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    @Test
    void everyTemplateIsVersionedChineseAndBound() throws IOException {
        Set<String> bindings = Set.of("property", "camunda:property", "camunda:inputParameter");
        for (JsonNode template : templates()) {
            assertThat(template.path("id").asText()).startsWith("org.keyway.");
            assertThat(template.path("version").asInt()).isPositive();
            assertThat(ModelVocabulary.isChinese(template.path("name").asText()))
                    .isTrue();
            assertThat(ModelVocabulary.isChinese(template.path("description").asText()))
                    .isTrue();
            template.path("properties").forEach(property -> assertThat(
                            property.path("binding").path("type").asText())
                    .isIn(bindings));
        }
    }

    @Test
    void everyDelegateOfADiagramCanBeChosen() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern delegate = Pattern.compile("delegateExpression=\"(\\$\\{\\w+})\"");
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                delegate.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        String offered = templates().toString();
        assertThat(used).isNotEmpty().allSatisfy(name -> assertThat(offered).contains("\"" + name + "\""));
    }

    @Test
    void everyMessageAndFormThatIsOfferedExists() throws IOException {
        for (JsonNode template : templates()) {
            for (JsonNode property : template.path("properties")) {
                String name = property.path("binding").path("name").asText();
                for (JsonNode choice : property.path("choices")) {
                    String value = choice.path("value").asText();
                    if (name.equals("template")) {
                        assertThat(Path.of("templates/message", value + ".txt")).exists();
                    } else if (name.equals("camunda:formRef")) {
                        assertThat(Path.of("forms", value + ".form")).exists();
                    }
                }
            }
        }
    }

    private static List<JsonNode> templates() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return json.readTree(file.toFile());
                        } catch (IOException e) {
                            throw new IllegalStateException(file.toString(), e);
                        }
                    })
                    .toList();
        }
    }
}
