package org.keyway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Walks new issuance while the JVM is killed at every commit of every unit of work, before it and after it, and compares
 * what is left behind with orders that were let alone. Each walk goes in several copies that share its points, all at
 * the same time, so that one death of the JVM finds many units of work each at a point of its own. Settings:
 * {@code crash.database} (h2 or postgres), {@code crash.walks} (names of {@link Scenario}, all when missing),
 * {@code crash.copies} of each (1: every order dies at every point), {@code crash.units} (a regular expression of the
 * units of work to be killed, all when missing), {@code crash.minutes} (how long; then everybody goes on to the end
 * and what was not met is printed), {@code crash.earlier} (folder of an earlier run on H2 whose orders that were let
 * alone are to be taken again), {@code crash.resume} (folder of a run that was stopped: its orders go on).
 */
class KilledAtEverySavepoint {

    private static final int COPIES = Integer.getInteger("crash.copies", 4);
    private static final String RESUMED = System.getProperty("crash.resume");
    private static final String EARLIER = System.getProperty("crash.earlier", RESUMED);
    private static final Path RESULT = Path.of("target", "crash");

    private final Map<Scenario, Ledger> references = new LinkedHashMap<>();

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        Path folder = RESUMED == null ? Files.createTempDirectory("keyway-crash-") : Path.of(RESUMED);
        Program program = new Program(folder);
        List<String> wanted = List.of(System.getProperty("crash.walks", "").split(","));
        List<Scenario> scenarios = Scenario.ALL.stream()
                .filter(scenario -> wanted.contains("") || wanted.contains(scenario.name()))
                .toList();
        List<String> failures;
        if (System.getProperty("crash.database", "h2").equals("postgres")) {
            try (EmbeddedPostgres alone = postgres();
                    EmbeddedPostgres dying = postgres()) {
                failures = run(
                        scenarios,
                        new House(program, folder.resolve("alone"), url(alone), 1),
                        new House(program, folder.resolve("dying"), url(dying), COPIES),
                        program);
            }
        } else {
            failures = run(
                    scenarios,
                    new House(program, folder.resolve("alone"), null, 1),
                    new House(program, folder.resolve("dying"), null, COPIES),
                    program);
        }
        assertThat(failures).as("lost, doubled or stuck; see " + folder).isEmpty();
    }

    private static EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "500")
                .start();
    }

    private static String url(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private List<String> run(List<Scenario> scenarios, House alone, House dying, Program program) throws Exception {
        if (EARLIER == null) {
            letAlone(alone, scenarios);
        } else {
            Earlier earlier = new Earlier(Path.of(EARLIER));
            scenarios.forEach(scenario -> references.put(scenario, earlier.ledger(scenario)));
            if (RESUMED == null) {
                program.knows(earlier.classes());
            }
        }
        if (!Boolean.getBoolean("crash.unshared")) {
            program.share();
        }
        try (dying) {
            Pass killed = new Pass(dying, scenarios, COPIES, true);
            killed.run();
            Map<Walk, List<String>> differences = new LinkedHashMap<>();
            for (Walk walk : killed.walks()) {
                Ledger ledger = Ledger.settled(dying.database(), walk.orderNo());
                differences.put(walk, ledger.differencesTo(references.get(walk.scenario())));
            }
            Table table = new Table(dying, differences, references, killed.resumed());
            table.print(Files.createDirectories(RESULT));
            return table.failures();
        }
    }

    private void letAlone(House alone, List<Scenario> scenarios) throws Exception {
        try (alone) {
            Pass undisturbed = new Pass(alone, scenarios, 1, false);
            undisturbed.run();
            for (Walk walk : undisturbed.walks()) {
                references.put(walk.scenario(), Ledger.settled(alone.database(), walk.orderNo()));
            }
        }
    }
}
