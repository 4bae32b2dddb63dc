package org.keyway.payment;

import java.util.List;

/** The cells of one line of a CSV file, counted from 1 as an editor shows it. */
record CsvRow(int line, List<String> cells) {

    /** The text of a cell; empty beyond the end of the line. */
    String cell(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }
}
