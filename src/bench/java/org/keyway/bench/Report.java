package org.keyway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table: ours, the engine alone, the ratio, the bar. */
final class Report {

    private record Row(String what, Meter.Times ours, Meter.Times alone, String unit, double bar, boolean isRatio) {

        double ratio() {
            return alone == null ? Double.NaN : ours.median() / alone.median();
        }

        boolean isMissed() {
            return bar > 0 && (isRatio ? ratio() : ours.median()) > bar;
        }

        String bar(String none) {
            if (bar <= 0) {
                return none;
            }
            String text = isRatio ? String.format(Locale.ROOT, "<= %.1fx", bar) : "< " + (int) bar + " " + unit;
            return text + (isMissed() ? " MISSED" : " ok");
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Milliseconds on the wall; the bar holds for the median. */
    void time(String what, Meter.Times ours, Meter.Times alone, double bar) {
        rows.add(new Row(what, ours, alone, "ms", bar, false));
    }

    /** Milliseconds of CPU; the bar holds for the ratio of the medians. */
    void cpu(String what, Meter.Times ours, Meter.Times alone, double ratio) {
        rows.add(new Row(what, ours, alone, "ms", ratio, true));
    }

    void note(String text) {
        notes.add(text);
        System.out.println(text);
    }

    /** Prints everything; answers what missed its bar. */
    List<String> print() {
        System.out.println("| what | ours median | p95 | engine alone median | p95 | ratio | bar |");
        System.out.println("|---|--:|--:|--:|--:|--:|---|");
        rows.forEach(row -> System.out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f | %s | %s | %s | %s |%n",
                row.what(),
                row.ours().median(),
                row.ours().p95(),
                row.alone() == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f ms", row.alone().median()),
                row.alone() == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f", row.alone().p95()),
                row.alone() == null ? "-" : String.format(Locale.ROOT, "%.1fx", row.ratio()),
                row.bar("-")));
        notes.forEach(System.out::println);
        return rows.stream().filter(Row::isMissed).map(Row::what).toList();
    }
}
