package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renewal from the lock in use to the lock with a longer life, to each of its ends, by the contract alone. */
class RenewalWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHENGZHOU, "330800", "330781", "371325", "150600"})
    void keepsTheLockAndExtendsItsLifeInEveryCity(String region) {
        String serial = lockInUse(region);
        List<JsonNode> former = certificates(serial, "ACTIVE");
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, region, Map.of("years", 2, "invoiceType", "NORMAL", "invoiceTitle", "测试建设有限公司"));
        order.isSubmitted();
        if (region.equals("150600")) {
            order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW").isApproved();
        } else {
            order.becomes("PENDING_REVIEW")
                    .isApproved()
                    .becomes("AWAITING_PAYMENT")
                    .isPaid();
        }
        if (region.equals("330800")) {
            order.becomes("TO_PROCESS");
            assertThat(order.messages().findValuesAsText("template")).doesNotContain("self_write_ready");
            nextBatch(order);
        }
        order.becomes("AWAITING_SELF_WRITE");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).does("Task_TestStamp", Map.of());
        order.becomes("COMPLETED");
        extended(serial, former, 2);
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(40000);
        assertThat(order.read().at("/parcel/waybillNo").isTextual()).isFalse();
        assertThat(order.read().get("history").toString()).contains("发起后台延期");
        told(order, "order_received", "review_passed_pay", "paid", "self_write_ready", "invoice_ready", "renewed");
        neverSaysCollect(order);
        assertThat(order.message("renewed").get("text").asText())
                .contains(
                        serial,
                        certificates(serial, "ACTIVE")
                                .get(0)
                                .get("notAfter")
                                .asText()
                                .substring(0, 10));
        assertThat(order.applicant()
                        .get(order.path("/documents/application-form.pdf"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tooEarlyCostsNothingAndLeavesTheLockFree() {
        String serial = lockInUse(SHENGZHOU);
        Case early = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        assertThat(early.message("renewal_too_early").get("text").asText()).contains("以后再申请");
        assertThat(early.read().at("/payment/amountCents").asLong()).isZero();
        daysBeforeTheEnd(serial, 85);
        Case again = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        cancelled(again);
        String quzhou = lockInUse("330800");
        daysBeforeTheEnd(quzhou, 40);
        Case month = renewal(quzhou, "330800", Map.of()).isSubmitted().becomes("REJECTED");
        neverSaysCollect(month);
    }

    @Test
    void anotherNameLeadsToAChangeWithEverythingFilledIn() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, SHENGZHOU, Map.of("organizationName", "测试建设集团有限公司"));
        order.isSubmitted().becomes("REJECTED").message("renewal_redirect_change");
        redirects(order, "change");
        Case declared = renewal(serial, SHENGZHOU, Map.of("unchangedDeclared", "false"));
        declared.isSubmitted().becomes("REJECTED");
        redirects(declared, "change");
    }

    @Test
    void afterTheGraceAnewAndInTheGraceStillRenewed() {
        String serial = lockInUse(SHENGZHOU);
        List<JsonNode> former = certificates(serial, "ACTIVE");
        daysBeforeTheEnd(serial, -10);
        Case late = renewal(serial, SHENGZHOU, Map.of());
        late.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        late.becomes("AWAITING_SELF_WRITE").does("Task_WriteOwnKey", Map.of("keySerial", serial));
        late.does("Task_TestStamp", Map.of()).becomes("COMPLETED");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
        assertThat(former).hasSize(2);
        keyway.clockIsReset();
        String over = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(over, -31);
        Case order = renewal(over, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("renewal_redirect_issuance");
        redirects(order, "new-issuance");
    }

    @Test
    void aLockThatCannotBeUsedLeadsToAReplacement() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        jdbc.sql("update key_device set status = 'DAMAGED' where serial = ?")
                .param(serial)
                .update();
        Case order = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("renewal_redirect_replacement");
        redirects(order, "replacement");
    }

    @Test
    void foreignAndBusyLocksAreRefusedAtTheDoor() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        Case foreign = Case.drafted(keyway, "renewal", "zhao", SHENGZHOU, fields(serial, Map.of()));
        foreign.applicant().post(foreign.path("/submission"), null).expect(422);
        Case first = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        Case second = renewal(serial, SHENGZHOU, Map.of());
        assertThat(second.applicant()
                        .post(second.path("/submission"), null)
                        .expect(422)
                        .text())
                .contains(first.orderNo());
        cancelled(first);
    }

    @Test
    void rejectedUnpaidAndCancelledGiveTheLockBackAndTheMoneyToo() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        renewal(serial, SHENGZHOU, Map.of())
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isReviewed("li", "REJECT", "材料不实", null)
                .becomes("REJECTED");
        Case paid = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        paid.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("AWAITING_SELF_WRITE");
        cancelled(paid);
        assertThat(paid.read().at("/payment/refundedCents").asLong()).isEqualTo(20000);
        Case unpaid = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        unpaid.isApproved().becomes("AWAITING_PAYMENT");
        keyway.clockAdvances("P8D");
        unpaid.becomes("EXPIRED").message("payment_closed");
        Case returned = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        returned.isReviewed(
                "li", "RETURN", "请修改", "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"请重新扫描\"}]");
        returned.becomes("RETURNED");
        keyway.clockAdvances("P16D");
        returned.becomes("EXPIRED").message("expired");
        assertThat(certificates(serial, "ACTIVE").size()
                        + certificates(serial, "EXPIRED").size())
                .isEqualTo(2);
    }

    @Test
    void rejectedAfterPaymentAndAbandonedWritingAreRefunded() {
        String serial = lockInUse("150600");
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, "150600", Map.of()).isSubmitted().becomes("AWAITING_PAYMENT");
        order.isPaid().becomes("PENDING_REVIEW").isReviewed("li", "REJECT", "材料不实", null);
        order.becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(20000);
        Case broken = renewal(serial, "150600", Map.of()).isSubmitted().becomes("AWAITING_PAYMENT");
        broken.isPaid().becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_SELF_WRITE");
        keyway.as("admin")
                .post("/sandbox/keys/" + serial, Map.of("fault", "WRITE_ERROR"))
                .expect(200, 201, 202, 204);
        broken.does("Task_WriteOwnKey", Map.of("keySerial", serial)).becomes("EXCEPTION");
        broken.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "接口故障，申请人改日再办"));
        broken.becomes("REFUNDED");
        assertThat(certificates(serial, "ACTIVE")).as("the old ones stay good").hasSize(2);
        neverSaysCollect(broken);
    }

    @Test
    void waitsForTheOpeningThatTheTradingSystemTells() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2))));
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        order.ownTask("Task_AwaitBidOpening");
        assertThat(order.read().get("status").asText()).isEqualTo("TO_PROCESS");
        order.message("bid_wait");
        keyway.as("chu")
                .post(
                        "/sandbox/trading/" + order.orderNo(),
                        Map.of("bidOpeningAt", now.plusDays(5).toString()))
                .expect(200, 201, 202, 204);
        Keyway.eventually(() -> count(order, "bid_wait") == 2 ? true : null, () -> "not told anew: " + order.explain());
        keyway.clockAdvances("P4D");
        assertThat(order.ownTask("Task_AwaitBidOpening")).isNotNull();
        assertThat(order.tries("Task_AwaitBidOpening", Map.of()).status()).isEqualTo(422);
        keyway.clockAdvances("P3D");
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
        neverSaysCollect(order);
    }

    @Test
    void consentGoesOnAtOnceAndIsKeptWithItsVersion() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2))));
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        order.does("Task_AwaitBidOpening", Map.of("bidConsent", "true")).becomes("AWAITING_SELF_WRITE");
        assertThat(consent(order)).isEqualTo("NOW 2026-11");
        written(order, serial);
        keyway.clockIsReset();
        String other = lockInUse(SHENGZHOU);
        now = daysBeforeTheEnd(other, 20);
        Case form = renewal(other, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2)), "bidConsent", "true"));
        form.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        form.becomes("AWAITING_SELF_WRITE");
        assertThat(consent(form)).isEqualTo("NOW 2026-11");
        written(form, other);
    }

    @Test
    void anEndBeforeTheOpeningIsTheApplicantsChoice() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 5);
        Case order = renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(8))));
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        order.message("bid_choice");
        order.ownTask("Task_ConfirmBid");
        keyway.clockAdvances("P3D");
        order.isDoneBy("li", "Task_CallBack", Map.of("reason", "经办人今天决定"));
        order.does("Task_ConfirmBid", Map.of("bidConsent", "false")).ownTask("Task_AwaitBidOpening");
        keyway.clockAdvances("P7D");
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
        assertThat(consent(order)).isEqualTo("WAIT 2026-11");
    }

    @Test
    void whoDoesNotWriteIsRemindedThenCalled() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 60);
        Case order = renewal(serial, SHENGZHOU, Map.of());
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        order.becomes("AWAITING_SELF_WRITE");
        keyway.clockAdvances("P3D");
        order.message("self_write_reminder");
        keyway.clockAdvances("P13D");
        order.isDoneBy("wu", "Task_CallBack", Map.of("reason", "经办人出差，下周写锁"));
        assertThat(order.read().get("status").asText()).isEqualTo("AWAITING_SELF_WRITE");
        written(order, serial);
        neverSaysCollect(order);
    }

    @Test
    void whatIsNotReleasedIsTheSupervisorsAffair() {
        String serial = lockInUse("330800");
        daysBeforeTheEnd(serial, 25);
        Case order = renewal(serial, "330800", Map.of());
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        order.becomes("TO_PROCESS");
        jdbc.sql("update key_device set status = 'SUSPENDED' where serial = ?")
                .param(serial)
                .update();
        nextBatch(order);
        order.becomes("EXCEPTION").waitsFor("supervisor");
        jdbc.sql("update key_device set status = 'ACTIVE' where serial = ?")
                .param(serial)
                .update();
        order.isDoneBy("zheng", "Task_HandleRelease", Map.of("decision", "RETRY"));
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
    }

    @Test
    void remindsOnceAStageAndNotWhileARenewalIsOpen() {
        String serial = lockInUse(SHENGZHOU);
        String issuedBy = orderOf(serial);
        daysBeforeTheEnd(serial, 29);
        sweep();
        assertThat(reminders(issuedBy)).containsExactly("expiry_reminder");
        JsonNode first = messages(issuedBy, "expiry_reminder").get(0);
        assertThat(first.get("text").asText()).contains("/apply/renewal?key=" + serial);
        sweep();
        assertThat(reminders(issuedBy)).as("one message a stage").hasSize(1);
        Case order = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        daysBeforeTheEnd(serial, 14);
        sweep();
        assertThat(reminders(issuedBy)).as("a renewal is open").hasSize(1);
        cancelled(order);
        daysBeforeTheEnd(serial, 6);
        sweep();
        assertThat(reminders(issuedBy))
                .containsExactlyInAnyOrder("expiry_reminder", "expiry_reminder", "expiry_reminder_legal");
        daysBeforeTheEnd(serial, -2);
        sweep();
        assertThat(reminders(issuedBy)).contains("expiry_overdue");
        Answer calendar =
                keyway.as("zhang").get("/keys/" + serial + "/expiry.ics").expect(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("BEGIN:VEVENT\r\n", "DTSTART;VALUE=DATE:", serial);
        keyway.as("zhao").get("/keys/" + serial + "/expiry.ics").expect(404);
    }

    private String lockInUse(String region) {
        return LockInUse.of(keyway, region);
    }

    private static Map<String, Object> fields(String serial, Map<String, Object> changes) {
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

    private Case renewal(String serial, String region, Map<String, Object> changes) {
        return Case.drafted(keyway, "renewal", "zhang", region, fields(serial, changes));
    }

    private void written(Case order, String serial) {
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).does("Task_TestStamp", Map.of());
        order.becomes("COMPLETED");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
    }

    /** The clock stands so many days before the end of the certificate on the lock. */
    private OffsetDateTime daysBeforeTheEnd(String serial, int days) {
        OffsetDateTime end = OffsetDateTime.parse(
                certificates(serial, null).get(0).get("notAfter").asText());
        OffsetDateTime now = clockNow();
        OffsetDateTime wanted = end.minusDays(days);
        keyway.clockAdvances("PT" + ChronoUnit.SECONDS.between(now, wanted) + "S");
        return wanted;
    }

    private OffsetDateTime clockNow() {
        return OffsetDateTime.parse(keyway.as("admin")
                .post("/sandbox/clock", "{\"advance\":\"PT0S\"}")
                .expect(200, 201, 202)
                .json()
                .get("now")
                .asText());
    }

    /** Advances until the sweep of half past eight has run once more. */
    private void sweep() {
        keyway.clockAdvances("PT24H");
    }

    private void nextBatch(Case order) {
        LockInUse.nextBatch(keyway, order);
    }

    /** Certificates on the lock, the newest first; null means in whatever state. */
    private List<JsonNode> certificates(String serial, String state) {
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

    /** Old pair superseded and revoked in the CRL, new pair from the old end on, device in use, seal longer too. */
    private void extended(String serial, List<JsonNode> former, int years) {
        List<JsonNode> now = certificates(serial, "ACTIVE");
        assertThat(now.stream().map(each -> each.get("use").asText())).containsExactlyInAnyOrder("SIGN", "ENCRYPT");
        OffsetDateTime end = former.stream()
                .filter(each -> each.get("use").asText().equals("SIGN"))
                .map(each -> OffsetDateTime.parse(each.get("notAfter").asText()))
                .findFirst()
                .orElseThrow();
        for (JsonNode certificate : now) {
            assertThat(OffsetDateTime.parse(certificate.get("notAfter").asText())
                            .toInstant())
                    .isEqualTo(end.plusYears(years).toInstant());
            assertThat(Revocations.of(keyway))
                    .doesNotContain(certificate.get("serial").asText());
            new CertificateCheck(keyway, jdbc).chains(certificate, clockNow().toInstant());
        }
        for (JsonNode old : former) {
            assertThat(Revocations.of(keyway)).contains(old.get("serial").asText());
        }
        assertThat(certificates(serial, "SUPERSEDED")).hasSize(2);
        JsonNode key = keyway.as("zhang").get("/api/keys/" + serial).json();
        assertThat(key.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(OffsetDateTime.parse(key.at("/seal/notAfter").asText())).isAfter(end.plusDays(300));
    }

    private static void redirects(Case order, String line) {
        Keyway.eventually(
                () -> order.read().at("/next/line").asText().equals(line) ? true : null,
                () -> "does not lead to " + line + ": " + order.read());
        assertThat(order.read().at("/next/url").asText()).contains("/apply/" + line, "from=" + order.orderNo());
        assertThat(order.read().at("/payment/amountCents").asLong()).isZero();
        neverSaysCollect(order);
    }

    private static void cancelled(Case order) {
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED").message("cancelled");
    }

    private static void neverSaysCollect(Case order) {
        assertThat(order.messages()).isNotEmpty().allSatisfy(message -> assertThat(
                        message.get("text").asText())
                .doesNotContain("领取", "现场取", "取锁", "收货"));
    }

    private static void told(Case order, String... templates) {
        for (String template : templates) {
            order.message(template);
        }
        assertThat(order.messages().findValuesAsText("template")).containsExactlyInAnyOrder(templates);
    }

    private static long count(Case order, String template) {
        return order.messages().findValuesAsText("template").stream()
                .filter(template::equals)
                .count();
    }

    private String consent(Case order) {
        return jdbc.sql("select choice || ' ' || text_version from bid_consent where order_no = ?")
                .param(order.orderNo())
                .query(String.class)
                .single();
    }

    private String orderOf(String serial) {
        return jdbc.sql("select order_no from key_device where serial = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    private List<String> reminders(String orderNo) {
        return messages(orderNo, "expiry").stream()
                .map(message -> message.get("template").asText())
                .toList();
    }

    private List<JsonNode> messages(String orderNo, String prefix) {
        JsonNode all = keyway.as("admin")
                .get("/sandbox/messages?orderNo=" + orderNo)
                .expect(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(message -> message.get("template").asText().startsWith(prefix))
                .toList();
    }

    /** As the form sends it. */
    private static String local(OffsetDateTime time) {
        return LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.ofHours(8))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
