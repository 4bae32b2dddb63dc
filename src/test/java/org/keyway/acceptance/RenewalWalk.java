package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renewal of a lock in use, by the contract alone. */
abstract class RenewalWalk extends RunningKeyway {

    static final String SHENGZHOU = "330683";

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    final String lockInUse(String region) {
        return LockInUse.of(keyway, region);
    }

    static Map<String, Object> fields(String serial, Map<String, Object> changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("keySerial", serial);
        fields.put("years", 1);
        fields.put("unchangedDeclared", "true");
        fields.put("holderType", "ORGANIZATION");
        fields.put("lockKind", "MAIN");
        fields.put("consigneeName", "张测试");
        fields.putAll(changes);
        return fields;
    }

    final Case renewal(String serial, String region, Map<String, Object> changes) {
        return Case.drafted(keyway, "renewal", "zhang", region, fields(serial, changes));
    }

    static Case paid(Case order) {
        return order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
    }

    final void written(Case order, String serial) {
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).does("Task_TestStamp", Map.of());
        order.becomes("COMPLETED");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
    }

    /** The clock stands so many days before the end of the certificate on the lock. */
    final OffsetDateTime daysBeforeTheEnd(String serial, int days) {
        OffsetDateTime end = OffsetDateTime.parse(
                certificates(serial, null).get(0).get("notAfter").asText());
        OffsetDateTime now = clockNow();
        OffsetDateTime wanted = end.minusDays(days);
        keyway.clockAdvances("PT" + ChronoUnit.SECONDS.between(now, wanted) + "S");
        return wanted;
    }

    final OffsetDateTime clockNow() {
        return OffsetDateTime.parse(keyway.as("admin")
                .post("/sandbox/clock", "{\"advance\":\"PT0S\"}")
                .expect(200, 201, 202)
                .json()
                .get("now")
                .asText());
    }

    final void nextBatch(Case order) {
        LockInUse.nextBatch(keyway, order);
    }

    /** Certificates on the lock, the newest first; null means in whatever state. */
    final List<JsonNode> certificates(String serial, String state) {
        List<JsonNode> found = new ArrayList<>();
        keyway.as("zhang")
                .get("/api/keys/" + serial)
                .expect(200)
                .json()
                .get("certificates")
                .forEach(found::add);
        found.removeIf(each -> state != null && !each.get("state").asText().equals(state));
        found.sort((one, other) ->
                other.get("notAfter").asText().compareTo(one.get("notAfter").asText()));
        return found;
    }

    static void cancelled(Case order) {
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED").message("cancelled");
    }

    static void neverSaysCollect(Case order) {
        assertThat(order.messages()).isNotEmpty().allSatisfy(message -> assertThat(
                        message.get("text").asText())
                .doesNotContain("领取", "现场取", "取锁", "收货"));
    }
}
