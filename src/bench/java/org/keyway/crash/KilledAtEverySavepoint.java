package org.keyway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Walks new issuance while the JVM is killed at every commit of every unit of work, before it and after it, and compares
 * what is left behind with an order that was let alone. Settings: {@code crash.database} (h2 or postgres),
 * {@code crash.walks} (names of {@link Scenario}, all when missing).
 */
class KilledAtEverySavepoint {

    private static final long STUCK = TimeUnit.SECONDS.toNanos(240);

    private final Map<String, List<String>> verdicts = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        Path folder = Files.createTempDirectory("keyway-crash-");
        if (System.getProperty("crash.database", "h2").equals("postgres")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                run(new House(folder, postgres.getJdbcUrl("postgres", "postgres")));
            }
        } else {
            run(new House(folder, null));
        }
        assertThat(failures).as("lost, doubled or stuck; see " + folder).isEmpty();
    }

    private void run(House house) throws Exception {
        List<String> wanted = List.of(System.getProperty("crash.walks", "").split(","));
        List<Scenario> scenarios = Scenario.ALL.stream()
                .filter(scenario -> wanted.contains("") || wanted.contains(scenario.name()))
                .toList();
        Map<Scenario, Ledger> references = new LinkedHashMap<>();
        house.start(false);
        for (Scenario scenario : scenarios) {
            references.put(scenario, undisturbed(house, scenario));
        }
        house.stop();
        for (Scenario scenario : scenarios) {
            mortal(house, scenario, references.get(scenario));
        }
        house.stop();
        new Table(house, verdicts, resumed).print();
    }

    private Ledger undisturbed(House house, Scenario scenario) throws Exception {
        Walk walk = new Walk(scenario, house.keyway(), house.database());
        long end = System.nanoTime() + STUCK;
        while (!walk.isOver()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the undisturbed walk " + scenario.name() + " stops: "
                        + Ledger.of(house.database(), walk.orderNo()));
            }
            if (!walk.next()) {
                Thread.sleep(300);
            }
        }
        return Ledger.of(house.database(), walk.orderNo());
    }

    private void mortal(House house, Scenario scenario, Ledger reference) throws Exception {
        Walk walk = new Walk(scenario, house.keyway(), house.database());
        if (!house.isAlive()) {
            revive(house);
        }
        long since = System.nanoTime();
        int known = house.deaths().size();
        int idle = 0;
        while (true) {
            try {
                if (walk.isOver()) {
                    break;
                }
                idle = walk.next() ? 0 : idle + 1;
                Thread.sleep(idle == 0 ? 50 : 300);
                if (idle > 0 && idle % 20 == 0) {
                    house.timePasses(70);
                }
            } catch (UncheckedIOException | org.springframework.dao.DataAccessException cut) {
                Thread.sleep(100);
            }
            if (!house.isAlive() || house.deaths().size() > known) {
                house.buried();
                List<String> deaths = house.deaths();
                revive(house);
                judge(house, scenario, walk, reference, deaths.subList(known, deaths.size()));
                known = deaths.size();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STUCK) {
                failures.add(scenario.name() + ": stuck after " + last(house) + " "
                        + Ledger.of(house.database(), walk.orderNo()).moreThan(reference));
                return;
            }
        }
        Ledger ledger = Ledger.of(house.database(), walk.orderNo());
        ledger.moreThan(reference).forEach(entry -> failures.add(scenario.name() + ": doubled or different: " + entry));
        reference.moreThan(ledger).forEach(entry -> failures.add(scenario.name() + ": lost: " + entry));
    }

    private void revive(House house) throws Exception {
        long start = System.nanoTime();
        house.start(true);
        while (house.isAlive()) {
            try {
                house.catchesUp();
                break;
            } catch (UncheckedIOException killedAgain) {
                house.buried();
                house.start(true);
            }
        }
        resumed.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Doubled is seen at once; lost only at the end. */
    private void judge(House house, Scenario scenario, Walk walk, Ledger reference, List<String> points) {
        List<String> doubled = walk.orderNo() == null
                ? List.of()
                : Ledger.of(house.database(), walk.orderNo()).effects().moreThan(reference);
        for (String point : points) {
            verdicts.put(point, doubled);
            System.out.println(scenario.name() + "  " + point + "  " + (doubled.isEmpty() ? "ok" : doubled));
        }
        doubled.forEach(entry -> failures.add(points + ": doubled: " + entry));
    }

    private static String last(House house) throws Exception {
        List<String> deaths = house.deaths();
        return deaths.isEmpty() ? "-" : deaths.get(deaths.size() - 1);
    }
}
