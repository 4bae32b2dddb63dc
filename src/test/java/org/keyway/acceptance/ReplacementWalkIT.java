package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replacements by the contract alone: the old key is held, revoked or given back, the new one says the same. */
class ReplacementWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String LANXI = "330781";
    private static final String ORDOS = "150600";

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clockIsReset() {
        keyway.clockIsReset();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHENGZHOU, "330800", LANXI, "371325", ORDOS})
    void aStolenKeyIsHeldAtOnceRevokedAndReplaced(String city) {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        String end = key.certificates("ACTIVE").get(0).get("notAfter").asText();
        String subject = subject(key);
        Case order = replacement(city, key, "STOLEN", "true").isSubmitted();
        assertThat(order.requirements().get("documents").findValuesAsText("type"))
                .containsExactlyInAnyOrder(
                        "application-form",
                        "business-licence",
                        "handler-id",
                        "authorization-letter",
                        "risk-notice",
                        "loss-statement");
        key.becomes("SUSPENDED");
        List<String> old = key.serials("ON_HOLD");
        assertThat(Revocations.of(keyway)).containsAll(old);
        paidAndApprovedTwice(order, city);
        String fresh = delivered(order, city);
        bound(order, fresh);
        assertThat(key.state()).isEqualTo("LOST");
        assertThat(key.serials("REVOKED")).containsAll(old);
        assertThat(Revocations.of(keyway)).containsAll(old);
        assertThat(reason(old.get(0))).as("CRLReason keyCompromise").isEqualTo(1);
        OwnKey replaced = key.other(fresh);
        assertThat(replaced.state()).isEqualTo("ACTIVE");
        assertThat(subject(replaced)).isEqualTo(subject);
        assertThat(replaced.certificates("ACTIVE")).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("notAfter").asText()).isEqualTo(end);
            new CertificateCheck(keyway, jdbc).verifies(each, sameName());
        });
        assertThat(order.message("replacement_completed").get("text").asText()).contains(fresh);
    }

    @Test
    void damagedContentIsWrittenAnewWithoutANewKey() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        String subject = subject(key);
        List<String> old = key.serials("ACTIVE");
        Case order = replacement(ORDOS, key, "DAMAGED", "false").isSubmitted();
        assertThat(order.requirements().get("documents").findValuesAsText("type"))
                .contains("damage-proof");
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        assertThat(key.state()).as("still at hand").isEqualTo("ACTIVE");
        order.isApproved().becomes("AWAITING_SELF_WRITE");
        order.does("Task_WriteOwnKey", Map.of("keySerial", key.serial())).does("Task_TestStamp", Map.of());
        bound(order, key.serial());
        assertThat(key.state()).isEqualTo("ACTIVE");
        assertThat(key.serials("ACTIVE")).hasSize(2).doesNotContainAnyElementsOf(old);
        assertThat(subject(key)).isEqualTo(subject);
        key.listsExactly(old);
    }

    @Test
    void aDeviceFoundDeadGetsANewKeyAfterAll() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(SHENGZHOU, key, "DAMAGED", "false").isSubmitted();
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("AWAITING_SELF_WRITE");
        keyway.as("feng")
                .post("/sandbox/keys/" + key.serial(), Map.of("fault", "WRITE_ERROR"))
                .expect(200, 204);
        order.does("Task_WriteOwnKey", Map.of("keySerial", key.serial()));
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片已坏"));
        key.becomes("DAMAGED");
        order.does(
                "Task_FixAddress",
                Map.of(
                        "consigneeName", "张测试",
                        "consigneeMobile", "13800000001",
                        "consigneeDivision", SHENGZHOU,
                        "consigneeAddress", "样例路5号6楼"));
        String fresh = delivered(order, SHENGZHOU);
        bound(order, fresh);
        assertThat(key.other(fresh).certificates("ACTIVE")).hasSize(2);
        assertThat(key.certificates("ACTIVE")).isEmpty();
        assertThat(order.read().at("/payment/amountCents").asLong())
                .as("the change is free")
                .isEqualTo(5000);
    }

    @Test
    void aKeyFoundInTimeIsGivenBackWithTheMoney() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> certificates = key.serials("ACTIVE");
        Case order = replacement(ORDOS, key, "LOST", "true").isSubmitted();
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        key.becomes("SUSPENDED");
        keyway.as("zhang").post(order.path("/found"), null).expect(404);
        order.applicant().post(order.path("/found"), null).expect(202);
        order.becomes("CANCELLED").message("key_found");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(10000);
        key.becomes("ACTIVE").listsExactly(List.of());
        assertThat(key.serials("ACTIVE")).isEqualTo(certificates);
        order.applicant().post(order.path("/found"), null).expect(409);
    }

    @Test
    void aKeyFoundTooLateStaysRevoked() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(SHENGZHOU, key, "LOST", "true").isSubmitted();
        paidAndApprovedTwice(order, SHENGZHOU);
        key.becomes("LOST");
        assertThat(order.applicant()
                        .post(order.path("/found"), null)
                        .expect(409)
                        .text())
                .contains("已经吊销");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED");
        assertThat(key.state()).isEqualTo("LOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "UNPAID", "EXPIRED", "CANCELLED"})
    void whateverEndsItGivesTheHeldKeyBack(String way) {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(LANXI, key, "LOST", "true").isSubmitted();
        key.becomes("SUSPENDED");
        switch (way) {
            case "REJECT" -> order.isReviewed("li", "REJECT", "遗失声明不实", null).becomes("REJECTED");
            case "UNPAID" -> {
                order.isApproved().isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
                order.becomes("AWAITING_PAYMENT");
                keyway.clockAdvances("P8D");
                order.becomes("EXPIRED");
            }
            case "EXPIRED" -> {
                String defect = "[{\"item\":\"loss-statement\",\"code\":\"NOT_STAMPED\",\"note\":\"\"}]";
                order.isReviewed("li", "RETURN", null, defect).becomes("RETURNED");
                keyway.clockAdvances("P16D");
                order.becomes("EXPIRED");
            }
            default -> {
                order.applicant().delete(order.path("")).expect(200, 202, 204);
                order.becomes("CANCELLED");
            }
        }
        key.becomes("ACTIVE").listsExactly(List.of());
        assertThat(key.serials("ACTIVE")).hasSize(2);
    }

    @Test
    void rejectedAfterPaymentIsRefunded() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(ORDOS, key, "LOST", "true").isSubmitted();
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        order.isReviewed("li", "REJECT", "遗失声明不实", null).becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(10000);
        key.becomes("ACTIVE");
    }

    @Test
    void otherContentIsAChange() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Map<String, Object> fields = fields(key, "LOST", "true");
        fields.put("organizationName", "别的测试建设有限公司");
        Case order =
                Case.drafted(keyway, "replacement", "zhao", SHENGZHOU, fields).isSubmitted();
        order.becomes("CANCELLED").message("redirect_change");
        assertThat(order.read().at("/next/line").asText()).isEqualTo("change");
        assertThat(key.state()).isEqualTo("ACTIVE");
    }

    @Test
    void aNewKeyLostInTheMailIsMadeAgain() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(SHENGZHOU, key, "LOST_IN_MAIL", "true").isSubmitted();
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        String lost = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", lost)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", lost)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "LOST").becomes("TO_PROCESS");
        String fresh = delivered(order, SHENGZHOU);
        bound(order, fresh);
        assertThat(key.state()).isEqualTo("LOST");
        assertThat(key.other(fresh).certificates("ACTIVE")).hasSize(2);
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(10000);
    }

    @Test
    void aLostKeyNeedsANewOne() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = replacement(LANXI, key, "LOST", "false");
        assertThat(order.applicant()
                        .post(order.path("/submission"), null)
                        .expect(422)
                        .text())
                .contains("newKey");
        assertThat(key.state()).isEqualTo("ACTIVE");
    }

    private Case replacement(String city, OwnKey key, String reason, String newKey) {
        return Case.drafted(keyway, "replacement", "zhao", city, fields(key, reason, newKey));
    }

    private static Map<String, Object> fields(OwnKey key, String reason, String newKey) {
        Map<String, Object> fields = key.fields("replacementReason", reason, "newKey", newKey, "invoiceType", "NONE");
        if (newKey.equals("true")) {
            fields.put("deliveryMode", "MAIL");
            fields.put("freight", "COLLECT");
            fields.put("consigneeName", "张测试");
            fields.put("consigneeMobile", "13800000001");
            fields.put("consigneeDivision", "330683");
            fields.put("consigneeAddress", "样例路1号测试大厦8楼");
        }
        return fields;
    }

    private void paidAndApprovedTwice(Case order, String city) {
        if (city.equals(ORDOS)) {
            order.becomes("AWAITING_PAYMENT").isPaid();
        }
        order.becomes("PENDING_REVIEW").isApproved();
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
        if (!city.equals(ORDOS)) {
            order.becomes("AWAITING_PAYMENT").isPaid();
        }
    }

    /** Writes and delivers the new key as the city does it; answers its serial number. */
    private String delivered(Case order, String city) {
        String serial = order.blankKey();
        boolean self = List.of(LANXI, ORDOS).contains(city);
        if (!self) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        }
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        if (self) {
            String text = order.message("auth_code").get("text").asText();
            String code = text.replaceAll("(?s).*授权码：([0-9]+).*", "$1");
            order.does("Task_WriteOwnKey", Map.of("keySerial", serial, "authorizationCode", code));
            order.does("Task_TestStamp", Map.of());
        }
        return serial;
    }

    private static void bound(Case order, String serial) {
        order.does("Task_BindKey", Map.of("keySerial", serial));
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
    }

    private static String subject(OwnKey key) {
        return key.certificates("ACTIVE").get(0).get("subject").asText();
    }

    private int reason(String serial) {
        return jdbc.sql("select reason from softca_certificate where serial = ?")
                .param(serial)
                .query(Integer.class)
                .single();
    }

    private static JsonNode sameName() {
        return new ObjectMapper()
                .createObjectNode()
                .put("organizationName", "测试建设有限公司")
                .put("years", 1);
    }
}
