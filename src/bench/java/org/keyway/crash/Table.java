package org.keyway.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The result as people read it: per walk and unit of work how often it died before and after its commits, what came. */
final class Table {

    private static final String ROW = "| %-15s | %-70s | %6s | %6s | %-7s |%n";
    private static final String SHORT =
            "| %-15s | %-9s | %5s | %6s | %6s | %8s | %8s | %4s | %5s | %7s | %8s | %-7s |%n";

    /** Deaths of one unit of work in one walk. */
    private static final class Deaths {
        private int before;
        private int after;
        private boolean differs;
    }

    private final House house;
    private final Map<Walk, List<String>> differences;
    private final Map<Scenario, Ledger> references;
    private final List<Long> resumed;
    private final Map<String, Map<String, Deaths>> walks = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    Table(House house, Map<Walk, List<String>> differences, Map<Scenario, Ledger> references, List<Long> resumed)
            throws IOException {
        this.house = house;
        this.differences = differences;
        this.references = references;
        this.resumed = resumed.stream().sorted().toList();
        Map<String, Boolean> differing = new TreeMap<>();
        differences.forEach((walk, list) -> differing.put(walk.name(), !list.isEmpty()));
        references.keySet().forEach(scenario -> walks.put(scenario.name(), new LinkedHashMap<>()));
        for (String point : house.deaths()) {
            String[] parts = point.split(" \\| ");
            Deaths deaths = walks.computeIfAbsent(parts[0].replaceAll("#.*", ""), name -> new LinkedHashMap<>())
                    .computeIfAbsent(parts[2], name -> new Deaths());
            deaths.before += parts[1].equals("before") ? 1 : 0;
            deaths.after += parts[1].equals("after") ? 1 : 0;
            deaths.differs |= differing.getOrDefault(parts[0], false);
        }
    }

    /** Every order that is not like the one that was let alone. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        differences.forEach(
                (walk, list) -> list.forEach(entry -> failures.add(walk.name() + " " + walk.orderNo() + ": " + entry)));
        return failures;
    }

    void print(Path folder) throws IOException {
        line(ROW, "walk", "savepoint", "before", "after", "result");
        line(ROW, "---", "---", "-----:", "-----:", "---");
        walks.forEach((walk, units) -> units.forEach((unit, deaths) ->
                line(ROW, walk, unit, deaths.before, deaths.after, deaths.differs ? "DIFFERS" : "ok")));
        line("%n");
        perWalk();
        totals();
        failures().forEach(failure -> line("%s%n", failure));
        Files.writeString(folder.resolve("table.md"), text);
        System.out.print(text);
    }

    private void perWalk() {
        line(
                SHORT,
                "walk",
                "end",
                "units",
                "before",
                "after",
                "paid",
                "back",
                "keys",
                "certs",
                "parcels",
                "messages",
                "result");
        line(SHORT, "---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "---");
        references.forEach((scenario, ledger) -> {
            Map<String, Deaths> units = walks.get(scenario.name());
            boolean differs = differences.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().scenario().equals(scenario)
                            && !entry.getValue().isEmpty());
            line(
                    SHORT,
                    scenario.name(),
                    scenario.end(),
                    units.size(),
                    units.values().stream().mapToInt(deaths -> deaths.before).sum(),
                    units.values().stream().mapToInt(deaths -> deaths.after).sum(),
                    yuan(ledger.cents("payment (?!CLOSED|OPEN)\\w+ (\\d+) .*")),
                    yuan(ledger.cents("payment .* back (\\d+)")),
                    ledger.count("key ACTIVE"),
                    ledger.count("certificate .*"),
                    ledger.count("carrier parcel"),
                    ledger.count("sent .*"),
                    differs ? "DIFFERS" : "ok");
        });
    }

    private void totals() {
        List<String> declared = Savepoints.of("new-issuance");
        List<String> unmet = declared.stream()
                .filter(name -> walks.values().stream().noneMatch(units -> units.containsKey(name)))
                .toList();
        int before = 0;
        int after = 0;
        for (Map<String, Deaths> units : walks.values()) {
            before += units.values().stream().mapToInt(deaths -> deaths.before).sum();
            after += units.values().stream().mapToInt(deaths -> deaths.after).sum();
        }
        line(
                "%nkills %d (before a commit %d, after it %d) in %d lives; orders %d; savepoints of the diagrams %d, met %d%n",
                before + after,
                before,
                after,
                house.lives(),
                differences.size(),
                declared.size(),
                declared.size() - unmet.size());
        if (!resumed.isEmpty()) {
            line(
                    "from the start of the JVM until it answers: median %d ms, p95 %d ms%n",
                    resumed.get(resumed.size() / 2), resumed.get(resumed.size() * 95 / 100));
        }
        line("not met: %s%n", unmet);
    }

    private static String yuan(long cents) {
        return cents / 100 + ".%02d".formatted(cents % 100);
    }

    private void line(String format, Object... values) {
        text.append(String.format(format, values));
    }
}
