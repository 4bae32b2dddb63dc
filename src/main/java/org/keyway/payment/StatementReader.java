package org.keyway.payment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyway.payment.CsvText.Row;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.springframework.stereotype.Component;

/** Reads a bank statement: finds its columns by their headings, and says line and column of everything that is wrong. */
@Component
class StatementReader {

    private static final int HEADING_WITHIN = 20;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ERRORS = 50;
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:\\D.*)?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,2})?");
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Where the columns are; -1 for one that the statement does not have. */
    private record Columns(int day, int amount, int debit, int mark, int payer, int serial, List<Integer> remarks) {}

    private final StatementWords words;

    StatementReader(StatementWords words) {
        this.words = words;
    }

    /** The money that came in, in the order of the file; what went out is left out. */
    List<StatementLine> read(byte[] file) {
        List<Row> rows = CsvText.of(file).rows();
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

    private Optional<Columns> columns(Row row) {
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

    private Optional<StatementLine> read(Row row, Columns columns, List<FieldError> errors) {
        if (wentOut(row, columns)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = day(row.cell(columns.day()));
        Optional<Long> cents = cents(row.cell(columns.amount()));
        if (day.isEmpty()) {
            errors.add(error(row, "day"));
        }
        if (cents.isEmpty()) {
            errors.add(error(row, "amount"));
        }
        return day.flatMap(on -> cents.filter(sum -> sum > 0).map(sum -> line(row, columns, on, sum)));
    }

    private boolean wentOut(Row row, Columns columns) {
        return columns.mark() >= 0 && !words.isCredit(row.cell(columns.mark()))
                || columns.debit() >= 0
                        && row.cell(columns.amount()).isEmpty()
                        && !row.cell(columns.debit()).isEmpty();
    }

    private static StatementLine line(Row row, Columns columns, LocalDate day, long cents) {
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

    private FieldError error(Row row, String column) {
        return new FieldError("file", "statement.wrong." + column, String.valueOf(row.line()), words.name(column));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Optional<LocalDate> day(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(
                    "%s-%02d-%02d"
                            .formatted(
                                    parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))),
                    ISO));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** CNY cents of {@code 1,234.50}, with or without a sign of the currency; 0 for an empty cell. */
    private static Optional<Long> cents(String text) {
        String plain = text.replaceAll("[,\\s\u00a5\uffe5+]", "");
        if (plain.isEmpty()) {
            return Optional.of(0L);
        }
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain).movePointRight(2).longValueExact())
                : Optional.empty();
    }
}
