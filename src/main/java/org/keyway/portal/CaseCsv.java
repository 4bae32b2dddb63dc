package org.keyway.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.order.BusinessLine;
import org.keyway.order.CaseList;
import org.keyway.order.CasePage;
import org.keyway.order.CaseRow;
import org.keyway.payment.JointPayments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Exports lists as CSV (RFC 4180, UTF-8 with mark) that spreadsheets open without running anything in it. */
@Component
public class CaseCsv {

    private static final int PAGE = 200;
    private static final int MOST = 10_000;

    private final CaseList cases;
    private final Cities cities;
    private final JointPayments joints;
    private final Wording wording;

    CaseCsv(CaseList cases, Cities cities, JointPayments joints, Wording wording) {
        this.cases = cases;
        this.cities = cities;
        this.joints = joints;
        this.wording = wording;
    }

    /** All rows of the filter, 10,000 at most. */
    public String export(CaseFilter filter, String applicant) {
        StringBuilder csv =
                new StringBuilder("\ufeff").append(wording.text("csv.header")).append("\r\n");
        int page = 0;
        CasePage rows;
        do {
            rows = cases.list(filter.at(page++, PAGE).query(applicant));
            append(rows.rows(), csv);
        } while (rows.rows().size() == PAGE && page * PAGE < MOST);
        return csv.toString();
    }

    private void append(List<CaseRow> rows, StringBuilder csv) {
        Map<String, String> numbers =
                joints.numbers(rows.stream().map(CaseRow::orderNo).toList());
        rows.forEach(row ->
                csv.append(line(row, numbers.getOrDefault(row.orderNo(), ""))).append("\r\n"));
    }

    /** The answer that a browser saves as a file. */
    public static ResponseEntity<byte[]> download(String csv) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private String line(CaseRow row, String jointNo) {
        List<String> cells = Stream.of(
                        row.orderNo(),
                        BusinessLine.of(row.line()).map(wording::line).orElse(row.line()),
                        cities.name(row.region()),
                        row.subjectName(),
                        row.handlerName(),
                        row.feeCents() == null ? "" : Wording.plainYuan(row.feeCents()),
                        wording.status(row.status()),
                        row.waitingGroup() == null ? "" : wording.text("group." + row.waitingGroup()),
                        wording.time(row.createdAt()),
                        jointNo)
                .map(CaseCsv::cell)
                .toList();
        return cells.stream().collect(Collectors.joining(","));
    }

    /** A cell that is text for every spreadsheet, even when somebody called a company {@code =cmd()}. */
    static String cell(String value) {
        String text = value == null ? "" : value;
        boolean formula = !text.isEmpty() && "=+-@\t\r\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
