package org.keyway.payment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.keyway.shared.Problem;

/** A CSV file (RFC 4180) as banks write it: UTF-8 or GB18030, commas or tabs, quoted or not. */
record CsvText(List<Row> rows) {

    /** The cells of one line, counted from 1 as an editor shows it. */
    record Row(int line, List<String> cells) {

        String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }
    }

    static CsvText of(byte[] file) {
        String text = decode(file);
        return new CsvText(new Reader(text, separator(text)).rows());
    }

    private static char separator(String text) {
        return text.chars().filter(character -> character == '\t').count()
                        > text.chars().filter(character -> character == ',').count()
                ? '\t'
                : ',';
    }

    private static String decode(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException otherwise) {
                continue;
            }
        }
        throw Problem.invalid("file", "statement.encoding");
    }

    /** Goes through the text once. */
    private static final class Reader {

        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int line = 1;
        private int began = 1;
        private boolean quoted;

        Reader(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Row> rows() {
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
                rows.add(new Row(began, cells));
            }
            cells = new ArrayList<>();
        }
    }
}
