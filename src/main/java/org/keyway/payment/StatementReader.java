package org.keyway.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.springframework.stereotype.Component;

/** Reads a bank statement: finds its columns by their headings, and says line and column of everything that is wrong. */
@Component
class StatementReader {

    private static final int HEADING_WITHIN = 20;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ERRORS = 50;

    /** Where the columns are; -1 for one that the statement does not have. */
    private record Columns(int day, int amount, int debit, int mark, int payer, int serial, List<Integer> remarks) {}

    private final StatementWords words;

    StatementReader(StatementWords words) {
        this.words = words;
    }

    /** The money that came in, in the order of the file; what went out is left out. */
    List<StatementLine> read(byte[] file) {
        List<CsvRow> rows = CsvText.of(file).rows();
        int heading = IntStream.range(0, Math.min(HEADING_WITHIN, rows.size()))
                .filter(at -> columns(rows.get(at)).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("file", "statement.heading", words.name("day"), words.name("amount")));
        if (rows.size() - heading > MOST_ROWS) {
            throw Problem.invalid("file", "statement.too-long", String.valueOf(MOST_ROWS));
        }
        Columns columns = columns(rows.get(heading)).orElseThrow();
        List<FieldError> errors = new ArrayList<>();
        List<StatementLine> lines = new ArrayList<>();
        rows.subList(heading + 1, rows.size()).stream()
                .filter(row -> !words.isTotal(row.cells()))
                .forEach(row -> read(row, columns, errors).ifPresent(lines::add));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        }
        return lines;
    }

    private Optional<Columns> columns(CsvRow row) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String column : List.of("day", "amount", "debit", "mark", "payer", "serial")) {
            found.put(
                    column,
                    words.headings(column).stream()
                            .map(row.cells()::indexOf)
                            .filter(at -> at >= 0)
                            .findFirst()
                            .orElse(-1));
        }
        List<Integer> remarks = words.headings("remark").stream()
                .map(row.cells()::indexOf)
                .filter(at -> at >= 0)
                .toList();
        return found.get("day") < 0 || found.get("amount") < 0
                ? Optional.empty()
                : Optional.of(new Columns(
                        found.get("day"),
                        found.get("amount"),
                        found.get("debit"),
                        found.get("mark"),
                        found.get("payer"),
                        found.get("serial"),
                        remarks));
    }

    private Optional<StatementLine> read(CsvRow row, Columns columns, List<FieldError> errors) {
        if (wentOut(row, columns)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = StatementCells.day(row.cell(columns.day()));
        Optional<Long> cents = StatementCells.cents(row.cell(columns.amount()));
        if (day.isEmpty()) {
            errors.add(error(row, "day"));
        }
        if (cents.isEmpty()) {
            errors.add(error(row, "amount"));
        }
        return day.flatMap(on -> cents.filter(sum -> sum > 0).map(sum -> line(row, columns, on, sum)));
    }

    private boolean wentOut(CsvRow row, Columns columns) {
        return columns.mark() >= 0 && !words.isCredit(row.cell(columns.mark()))
                || columns.debit() >= 0
                        && row.cell(columns.amount()).isEmpty()
                        && !row.cell(columns.debit()).isEmpty();
    }

    private static StatementLine line(CsvRow row, Columns columns, LocalDate day, long cents) {
        String remark = columns.remarks().stream()
                .map(row::cell)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new StatementLine(
                row.line(),
                day,
                cents,
                cut(row.cell(columns.payer()), 200),
                cut(remark, 500),
                row.cell(columns.serial()));
    }

    private FieldError error(CsvRow row, String column) {
        return new FieldError("file", "statement.wrong." + column, String.valueOf(row.line()), words.name(column));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
