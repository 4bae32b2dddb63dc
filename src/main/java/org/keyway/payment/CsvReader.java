package org.keyway.payment;

import java.util.ArrayList;
import java.util.List;
import org.keyway.shared.Problem;

/** Goes through the text of a CSV file once. */
final class CsvReader {

    private final String text;
    private final char separator;
    private final List<CsvRow> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;
    private int began = 1;
    private boolean quoted;

    CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    List<CsvRow> rows() {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean doubled = quoted && character == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (doubled) {
                cell.append(character);
                at++;
            } else {
                take(character);
            }
        }
        if (quoted) {
            throw Problem.invalid("file", "statement.quote", String.valueOf(began));
        }
        endRow();
        return rows;
    }

    private void take(char character) {
        if (character == '"' && (quoted || cell.toString().isBlank())) {
            quoted = !quoted;
        } else if (!quoted && character == separator) {
            endCell();
        } else if (!quoted && character == '\n') {
            endRow();
        } else {
            cell.append(character);
        }
        if (character == '\n') {
            line++;
            began = quoted ? began : line;
        }
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (cells.stream().anyMatch(each -> !each.isEmpty())) {
            rows.add(new CsvRow(began, cells));
        }
        cells = new ArrayList<>();
    }
}
