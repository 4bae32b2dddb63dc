package org.keyway.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.CaseQuery;
import org.keyway.order.OrderStatus;
import org.keyway.shared.Problem;

/** What a list of orders is asked for, read from the query of an address. */
public record CaseFilter(
        List<OrderStatus> statuses, BusinessLine line, String text, LocalDate from, LocalDate to, int page, int size) {

    private static final int SIZE = 20;

    /** Reads {@code status}, {@code line}, {@code q}, {@code from}, {@code to}, {@code page} and {@code size}. */
    public static CaseFilter of(Map<String, String> query) {
        String line = given(query, "line");
        BusinessLine business =
                line == null ? null : BusinessLine.of(line).orElseThrow(() -> Problem.malformed("portal.line.unknown"));
        return new CaseFilter(
                statuses(given(query, "status")),
                business,
                given(query, "q"),
                date(query, "from"),
                date(query, "to"),
                number(query, "page", 0),
                number(query, "size", SIZE));
    }

    /** The same filter with other statuses. */
    public CaseFilter in(List<OrderStatus> others) {
        return new CaseFilter(others, line, text, from, to, page, size);
    }

    /** The same filter with another page. */
    public CaseFilter at(int otherPage, int otherSize) {
        return new CaseFilter(statuses, line, text, from, to, otherPage, otherSize);
    }

    /** The query of one account, or of all when null. */
    public CaseQuery query(String applicant) {
        return new CaseQuery(applicant, statuses, line, text, from, to, page, size);
    }

    private static List<OrderStatus> statuses(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",")).map(CaseFilter::status).toList();
    }

    private static OrderStatus status(String name) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("portal.status.unknown", shortened(name)));
    }

    private static LocalDate date(Map<String, String> query, String name) {
        String text = given(query, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.malformed("portal.date", shortened(text));
        }
    }

    private static int number(Map<String, String> query, String name, int fallback) {
        String text = given(query, name);
        if (text != null && !text.matches("\\d{1,6}")) {
            throw Problem.malformed("portal.problem.type", name);
        }
        return text == null ? fallback : Integer.parseInt(text);
    }

    private static String given(Map<String, String> query, String name) {
        String text = query.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40);
    }
}
