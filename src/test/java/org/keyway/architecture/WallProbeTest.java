package org.keyway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.architecture.probe.AsksTheSystemClock;
import org.keyway.architecture.probe.CallsTheEngine;
import org.keyway.architecture.probe.CallsThePortal;
import org.keyway.architecture.probe.CallsTheProcess;
import org.keyway.architecture.probe.HandlesServlets;
import org.keyway.architecture.probe.InjectsFields;
import org.keyway.architecture.probe.MapsRequests;
import org.keyway.architecture.probe.NamedHelper;
import org.keyway.architecture.probe.PaintsPdf;
import org.keyway.architecture.probe.SignsByItself;
import org.keyway.architecture.probe.util.LivesInUtil;

/** Shows every wall red: a rule that nobody has seen fail does not count. */
class WallProbeTest {

    private static final Map<ArchRule, Class<?>> PROBES = Map.ofEntries(
            Map.entry(Walls.ONLY_PROCESS_KNOWS_THE_ENGINE, CallsTheEngine.class),
            Map.entry(Walls.ONLY_THREE_KNOW_BOUNCY_CASTLE, SignsByItself.class),
            Map.entry(Walls.ONLY_DOCUMENT_KNOWS_PDFBOX, PaintsPdf.class),
            Map.entry(Walls.ONLY_THE_EDGE_KNOWS_SPRING_MVC, MapsRequests.class),
            Map.entry(Walls.ONLY_THE_EDGE_KNOWS_SERVLETS, HandlesServlets.class),
            Map.entry(Walls.NOBODY_DEPENDS_ON_PROCESS, CallsTheProcess.class),
            Map.entry(Walls.NOBODY_DEPENDS_ON_PORTAL, CallsThePortal.class),
            Map.entry(Walls.NO_EMPTY_NAMES, NamedHelper.class),
            Map.entry(Walls.NO_FIELD_INJECTION, InjectsFields.class),
            Map.entry(Walls.TIME_COMES_FROM_THE_CLOCK, AsksTheSystemClock.class),
            Map.entry(Walls.PACKAGES_ARE_CAPABILITIES, LivesInUtil.class));

    static Stream<Arguments> probes() {
        return PROBES.entrySet().stream().map(probe -> Arguments.of(probe.getKey(), probe.getValue()));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void breaks(ArchRule wall, Class<?> fixture) {
        JavaClasses bad = new ClassFileImporter().importClasses(fixture);
        assertThat(wall.evaluate(bad).hasViolation()).isTrue();
    }

    @Test
    void coversEveryWall() {
        assertThat(PROBES.keySet()).containsExactlyInAnyOrderElementsOf(Walls.ALL);
    }
}
