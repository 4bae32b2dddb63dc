package org.keyway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How dear an order is and how quick the desk while many reviews are open, always beside the engine alone in the same JVM.
 * Settings: {@code bench.parts} (case, desk), {@code bench.cases} per round, {@code bench.rounds}, {@code bench.orders}
 * (open reviews meanwhile, 10,000; 0 for an empty house), {@code bench.folder} (kept and found again).
 */
class OrderBenchmark {

    private final Report report = new Report();

    @Test
    void isQuickEnough() throws Exception {
        String parts = System.getProperty("bench.parts", "case,desk");
        String given = System.getProperty("bench.folder");
        Path folder = given == null ? Files.createTempDirectory("keyway-bench-") : Path.of(given);
        FullHouse.fill(folder);
        if (parts.contains("case")) {
            new CaseCost(folder, report).measure();
        }
        if (parts.contains("desk")) {
            new OpenDesk(folder, report).measure();
        }
        List<String> missed = report.print();
        assertThat(missed).as("bars that were missed").isEmpty();
    }
}
