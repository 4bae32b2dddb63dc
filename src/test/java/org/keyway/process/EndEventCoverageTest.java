package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class EndEventCoverageTest {

    @Test
    void everyDiagramHasItsPathTest() {
        List<String> diagrams = ProcessBench.folder("processes").keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.substring("processes/".length(), name.length() - ".bpmn".length()))
                .toList();
        assertThat(diagrams).isNotEmpty().allSatisfy(diagram -> assertThatCode(() -> {
                    Class<?> test = Class.forName("org.keyway.process." + camelCase(diagram) + "PathTest");
                    assertThat(test.getDeclaredField("COVERAGE").getType()).isEqualTo(EndEventCoverage.class);
                })
                .as("path test of %s", diagram)
                .doesNotThrowAnyException());
    }

    @Test
    void anEndEventThatNobodyReachesIsNamed() {
        var model = Bpmn.createExecutableProcess("probe")
                .startEvent()
                .exclusiveGateway()
                .endEvent("EndEvent_Reached")
                .moveToLastGateway()
                .endEvent("EndEvent_Forgotten")
                .done();
        assertThat(EndEventCoverage.missing(model, List.of("EndEvent_Reached"))).containsExactly("EndEvent_Forgotten");
    }

    private static String camelCase(String slug) {
        return Arrays.stream(slug.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }
}
