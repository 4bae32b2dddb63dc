package org.keyway.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its walls. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.keyway");

    static Stream<ArchRule> walls() {
        return Walls.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void wallStands(ArchRule wall) {
        wall.check(HOUSE);
    }
}
