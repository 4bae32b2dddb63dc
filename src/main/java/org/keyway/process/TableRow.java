package org.keyway.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.keyway.order.RegionPolicy;

/** Reads cells of a decision table's answer. */
final class TableRow {

    private TableRow() {}

    static RegionPolicy policy(String region, DmnDecisionResultEntries row) {
        return new RegionPolicy(
                region,
                text(row, "city"),
                Boolean.TRUE.equals(row.get("offered")),
                list(row, "holderTypes"),
                text(row, "payTiming"),
                text(row, "writeMode"),
                list(row, "deliveryModes"),
                list(row, "freights"),
                list(row, "paymentMethods"),
                text(row, "batchMode"),
                ((Number) row.get("leadWorkingDays")).intValue(),
                Duration.ofHours(((Number) row.get("reviewDueHours")).longValue()),
                Duration.parse(text(row, "correctionLimit")),
                Duration.parse(text(row, "paymentReminder")),
                Duration.parse(text(row, "paymentLimit")),
                Duration.parse(text(row, "receiptLimit")),
                Duration.parse(text(row, "selfWriteLimit")),
                text(row, "stampedUpload").equals("AFTER_SUBMIT"),
                text(row, "consents"));
    }

    static String text(Map<String, Object> row, String name) {
        return row.get(name) == null ? "" : row.get(name).toString();
    }

    static List<String> list(Map<String, Object> row, String name) {
        return list(text(row, name));
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
