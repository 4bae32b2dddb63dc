package org.keyway.ukey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list of serial numbers as makers and spreadsheets give it: one per line, the model after comma, semicolon or tab. */
final class StockList {

    /** One device; {@code number} counts lines from 1. */
    record Line(int number, String serial, String model) {}

    private static final String HEADING = "(?i)serial|sn|[^A-Za-z0-9]+";

    private StockList() {}

    /** Empty lines and a heading are left out; a line without model gets the given one. */
    static List<Line> read(String text, String model) {
        List<Line> lines = new ArrayList<>();
        String[] all = text.replace("\uFEFF", "").split("\r\n|\r|\n", -1);
        for (int at = 0; at < all.length; at++) {
            String[] cells = all[at].split("[,;\t\uFF0C\uFF1B]", -1);
            String serial = bare(cells[0]).toUpperCase(Locale.ROOT);
            boolean heading = lines.isEmpty() && serial.matches(HEADING);
            if (!all[at].isBlank() && !heading) {
                String own = cells.length > 1 ? bare(cells[1]) : "";
                lines.add(new Line(at + 1, serial, own.isEmpty() ? model : own));
            }
        }
        return lines;
    }

    static boolean isModel(String model) {
        return model != null && model.matches("[\\p{L}\\p{N} ._-]{1,40}");
    }

    private static String bare(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "").strip();
    }
}
