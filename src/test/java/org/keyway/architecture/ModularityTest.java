package org.keyway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.keyway.KeywayApplication;
import org.keyway.architecture.probe.modules.Probe;
import org.springframework.modulith.core.ApplicationModules;

/** Every package is a module with the dependencies that its {@code package-info} allows. */
class ModularityTest {

    private static final ImportOption EVERYTHING = location -> true;

    @Test
    void modulesKeepTheirDirections() {
        ApplicationModules.of(KeywayApplication.class).verify();
    }

    @Test
    void aCycleIsRed() {
        var violations = ApplicationModules.of(Probe.class, EVERYTHING).detectViolations();
        assertThat(violations.hasViolations()).isTrue();
    }
}
