package org.keyway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * Walks new issuance while the JVM is killed at every commit of every unit of work, before it and after it, and compares
 * what is left behind with an order that was let alone. Settings: {@code crash.database} (h2 or postgres),
 * {@code crash.walks} (names of {@link Scenario}, all when missing), {@code crash.copies} of each at the same time,
 * {@code crash.units} (a regular expression of the units of work to be killed, all when missing).
 */
class KilledAtEverySavepoint {

    private static final long STUCK = TimeUnit.SECONDS.toNanos(300);
    private static final int COPIES = Integer.getInteger("crash.copies", 4);

    private final Map<String, List<String>> verdicts = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Scenario, Ledger> references = new LinkedHashMap<>();

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
        house.start(false);
        List<Walk> walks = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            references.put(scenario, undisturbed(house, scenario));
        }
        house.stop();
        for (int copy = 0; copy < COPIES; copy++) {
            scenarios.forEach(scenario -> walks.add(new Walk(scenario, house.keyway(), house.database())));
        }
        mortal(house, walks);
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

    private void mortal(House house, List<Walk> walks) throws Exception {
        revive(house);
        ExecutorService people = Executors.newFixedThreadPool(walks.size());
        List<Future<?>> underWay = walks.stream()
                .<Future<?>>map(walk -> people.submit(() -> walk(walk)))
                .toList();
        int known = 0;
        long since = System.nanoTime();
        long patient = since;
        while (underWay.stream().anyMatch(walk -> !walk.isDone())) {
            Thread.sleep(200);
            if (!house.isAlive()) {
                List<String> deaths = house.deaths();
                revive(house);
                judge(house, walks, deaths.subList(known, deaths.size()));
                known = deaths.size();
                since = System.nanoTime();
                patient = since;
            } else if (System.nanoTime() - since > STUCK) {
                break;
            } else if (System.nanoTime() - patient > TimeUnit.SECONDS.toNanos(15)) {
                timePasses(house);
                patient = System.nanoTime();
            }
        }
        people.shutdownNow();
        walks.forEach(walk -> atTheEnd(house, walk));
    }

    private static void timePasses(House house) {
        try {
            house.timePasses(70);
        } catch (UncheckedIOException diedMeanwhile) {
            System.out.println("the clock stood still, the house is gone");
        }
    }

    private static void walk(Walk walk) {
        try {
            while (true) {
                try {
                    if (walk.isOver()) {
                        return;
                    }
                    Thread.sleep(walk.next() ? 50 : 300);
                } catch (UncheckedIOException | DataAccessException cut) {
                    Thread.sleep(500);
                } catch (AssertionError refused) {
                    System.out.println("asked again: "
                            + refused.getMessage().lines().findFirst().orElse(""));
                    Thread.sleep(1000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void atTheEnd(House house, Walk walk) {
        Ledger reference = references.get(walk.scenario());
        Ledger ledger = Ledger.of(house.database(), walk.orderNo());
        String who = walk.scenario().name() + " " + walk.orderNo();
        ledger.moreThan(reference).forEach(entry -> failures.add(who + ": too much: " + entry));
        reference.moreThan(ledger).forEach(entry -> failures.add(who + ": lost: " + entry));
        System.out.println(who + (ledger.equals(reference) ? " is like an order that was let alone" : " DIFFERS"));
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
    private void judge(House house, List<Walk> walks, List<String> points) {
        List<String> doubled = new ArrayList<>();
        for (Walk walk : walks) {
            if (walk.orderNo() != null) {
                Ledger reference = references.get(walk.scenario());
                Ledger.of(house.database(), walk.orderNo()).effects().moreThan(reference).stream()
                        .map(entry -> walk.orderNo() + " " + entry)
                        .filter(seen::add)
                        .forEach(doubled::add);
            }
        }
        for (String point : points) {
            verdicts.put(point, doubled);
            System.out.println(point + "  " + (doubled.isEmpty() ? "ok" : doubled));
        }
        doubled.forEach(entry -> failures.add("after " + points + ": doubled: " + entry));
    }
}
