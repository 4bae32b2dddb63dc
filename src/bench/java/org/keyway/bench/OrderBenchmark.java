package org.keyway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How dear an order is, and how quick the desk is with many of them, always beside the engine alone in the same JVM.
 * Settings: {@code bench.parts} (case, desk), {@code bench.cases} per round, {@code bench.rounds}, {@code bench.orders},
 * {@code bench.folder} (kept and found again).
 */
class OrderBenchmark {

    private final Report report = new Report();

    @Test
    void isQuickEnough() throws Exception {
        String parts = System.getProperty("bench.parts", "case,desk");
        String given = System.getProperty("bench.folder");
        Path folder = given == null ? Files.createTempDirectory("keyway-bench-") : Path.of(given);
        if (parts.contains("case")) {
            new CaseCost(Files.createTempDirectory("keyway-case-"), report).measure();
        }
        if (parts.contains("desk")) {
            new OpenDesk(folder, report).measure();
        }
        List<String> missed = report.print();
        assertThat(missed).as("bars that were missed").isEmpty();
    }
}
