package org.keyway.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result as people read it: unit of work, how often it was killed before and after its commits, what came of it. */
final class Table {

    private static final String ROW = "| %-66s | %6s | %6s | %-8s |%n";

    private final House house;
    private final Map<String, List<String>> verdicts;
    private final List<Long> resumed;

    Table(House house, Map<String, List<String>> verdicts, List<Long> resumed) {
        this.house = house;
        this.verdicts = verdicts;
        this.resumed = resumed.stream().sorted().toList();
    }

    void print() {
        Map<String, int[]> units = new LinkedHashMap<>();
        Savepoints.of("new-issuance").forEach(name -> units.put(name, new int[3]));
        verdicts.forEach((point, doubled) -> {
            String[] parts = point.split(" \\| ");
            int[] unit = units.computeIfAbsent(parts[1], name -> new int[3]);
            unit[parts[0].equals("before") ? 0 : 1]++;
            unit[2] += doubled.isEmpty() ? 0 : 1;
        });
        System.out.printf(ROW, "savepoint", "before", "after", "result");
        System.out.printf(ROW, "-".repeat(66), "-----:", "-----:", "-".repeat(8));
        units.forEach((name, unit) -> System.out.printf(ROW, name, unit[0], unit[1], result(unit)));
        long reached =
                units.values().stream().filter(unit -> unit[0] + unit[1] > 0).count();
        long doubled =
                verdicts.values().stream().filter(list -> !list.isEmpty()).count();
        System.out.printf(
                "kills %d, lives %d, units of work killed %d, not on these walks %d, kills with a doubled effect %d%n",
                verdicts.size(), house.lives(), reached, units.size() - reached, doubled);
        if (!resumed.isEmpty()) {
            System.out.printf(
                    "from the start of the JVM to going on: median %d ms, p95 %d ms%n",
                    resumed.get(resumed.size() / 2), resumed.get(resumed.size() * 95 / 100));
        }
    }

    private static String result(int[] unit) {
        if (unit[0] + unit[1] == 0) {
            return "not met";
        }
        return unit[2] == 0 ? "ok" : "DOUBLED";
    }
}
