package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New issuance from the application to the bound lock, under the policies of the five cities, by the contract alone. */
class ContractWalkIT extends RunningKeyway {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void paysAfterReviewAndGetsAWrittenLockByMail() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        order.waitsFor("customer-service");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "IN_TRANSIT", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        provesItself(order, serial);
        assertThat(order.read().at("/parcel/events")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(order.message("initial_pin").get("to").asText()).doesNotContain("13800000001");
    }

    @Test
    void paysFirstWhereTheCityWantsIt() {
        Case order = Case.submitted(keyway, "zhang", "150600", Map.of("freight", "COLLECT"))
                .becomes("AWAITING_PAYMENT");
        order.isPaid().becomes("PENDING_REVIEW").isApproved().becomes("TO_PROCESS");
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .does("Task_BindKey", Map.of());
        keyway.as("chu")
                .post("/sandbox/trading/" + order.orderNo(), Map.of("binding", "ACCEPTED"))
                .expect(200, 201, 202, 204);
        order.becomes("COMPLETED");
        provesItself(order, serial);
    }

    @Test
    void writesTheMailedBlankKeyWithTheCode() {
        Map<String, Object> changes = Map.of(
                "years",
                "2",
                "organizationName",
                "样例工程咨询有限公司",
                "organizationNameConfirm",
                "样例工程咨询有限公司",
                "uscc",
                "91330781MA0TE5T16G",
                "usccConfirm",
                "91330781MA0TE5T16G",
                "handlerMobile",
                "13800000002");
        Case order = Case.submitted(keyway, "zhao", "330781", changes).becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .becomes("AWAITING_SELF_WRITE");
        JsonNode sent = order.message("auth_code");
        String code = codeIn(sent.get("text").asText(), order.orderNo());
        assertThat(sent.get("to").asText()).isEqualTo("13800000002");
        assertThat(order.message("initial_pin").get("to").asText())
                .isNotEqualTo(sent.get("to").asText());
        order.tries("Task_WriteOwnKey", Map.of("keySerial", serial, "authorizationCode", "000000" + code))
                .expect(403, 409, 422);
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial, "authorizationCode", code))
                .does("Task_TestStamp", Map.of());
        order.does("Task_BindKey", Map.of()).becomes("AWAITING_BINDING");
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        provesItself(order, serial);
    }

    @Test
    void handsTheLockOverAtTheDesk() {
        Case order = Case.submitted(keyway, "zhang", "371325", Map.of("deliveryMode", "PICKUP", "freight", ""));
        order.becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT").isPaid();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_COLLECT");
        order.isDoneBy("feng", "Task_HandOver", Map.of()).does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        provesItself(order, serial);
    }

    @Test
    void waitsForTheBatchOfTheNextWorkingDay() {
        Case order = Case.submitted(keyway, "zhang", "330800", Map.of()).becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        String seen = keyway.as("feng")
                .get("/engine-rest/task?taskDefinitionKey=Task_WriteKey&processInstanceBusinessKey=" + order.orderNo())
                .text();
        assertThat(seen).as("no key is written before the batch").isEqualTo("[]");
        for (int day = 0; day < 12 && batchIsNotOut(order); day++) {
            keyway.clockAdvances("PT24H");
        }
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of()).does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
    }

    private boolean batchIsNotOut(Case order) {
        return keyway.as("feng")
                .get("/engine-rest/task?taskDefinitionKey=Task_WriteKey&processInstanceBusinessKey=" + order.orderNo())
                .expect(200)
                .json()
                .isEmpty();
    }

    @Test
    void correctsOnlyWhatWasReturned() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("handlerName", "张另写")))
                .expect(409);
        order.isReviewed(
                "li",
                "RETURN",
                "请修改",
                "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"请重新扫描\"},"
                        + "{\"item\":\"organizationAddress\",\"code\":\"MISMATCH\",\"note\":\"与执照不一致\"}]");
        order.becomes("RETURNED");
        assertThat(order.message("review_returned").get("text").asText()).contains("营业执照");
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("handlerName", "张另写")))
                .expect(409, 422);
        order.attach("handler-id", Paper.png()).expect(409, 422);
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("organizationAddress", "浙江省嵊州市样例路9号")))
                .expect(200);
        order.attach("business-licence", Paper.png()).expect(201);
        order.isSubmitted().becomes("PENDING_REVIEW");
        JsonNode read = order.read();
        assertThat(read.at("/fields/organizationAddress").asText()).isEqualTo("浙江省嵊州市样例路9号");
        assertThat(read.at("/fields/handlerName").asText()).isEqualTo("张测试");
        order.isApproved().becomes("AWAITING_PAYMENT");
        assertThat(order.read().get("history").toString()).contains("营业执照").contains("请重新扫描");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED");
    }

    @Test
    void rejectsBeforePaymentWithoutTouchingMoney() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        order.isReviewed("wu", "REJECT", "不符合办理条件", null).becomes("REJECTED");
        assertThat(order.read().at("/payment/paidAt").isTextual()).isFalse();
        assertThat(order.read().get("history").toString()).contains("不符合办理条件");
    }

    @Test
    void givesTheMoneyBackWhenRejectedAfterPayment() {
        Case order = Case.submitted(keyway, "zhang", "150600", Map.of("freight", "COLLECT"));
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        order.isReviewed("li", "REJECT", "不符合办理条件", null).becomes("REFUNDED");
        JsonNode payment = order.read().get("payment");
        assertThat(payment.get("refundedCents").asLong())
                .isEqualTo(payment.get("amountCents").asLong())
                .isEqualTo(30000);
    }

    @Test
    void givesTheMoneyBackWhenCancelledAfterPayment() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        order.staffTask("feng", "Task_WriteKey");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED");
        JsonNode payment = order.read().get("payment");
        assertThat(payment.get("refundedCents").asLong())
                .isEqualTo(payment.get("amountCents").asLong());
        order.applicant().delete(order.path("")).expect(409);
    }

    @Test
    void namesEveryProblemOfAnIncompleteApplicationAtOnce() {
        Answer draft = keyway.as("zhang")
                .post(
                        "/api/orders",
                        Map.of(
                                "line",
                                "new-issuance",
                                "region",
                                "330683",
                                "fields",
                                Map.of("holderType", "ORGANIZATION", "deliveryMode", "MAIL", "handlerMobile", "123")));
        String orderNo = draft.expect(201).json().get("orderNo").asText();
        JsonNode problem = keyway.as("zhang")
                .post("/api/orders/" + orderNo + "/submission", null)
                .expect(422)
                .json();
        List<String> fields = problem.get("errors").findValuesAsText("field");
        assertThat(fields)
                .contains(
                        "organizationName",
                        "uscc",
                        "handlerName",
                        "handlerIdNumber",
                        "handlerMobile",
                        "consigneeAddress",
                        "consents",
                        "business-licence",
                        "handler-id",
                        "application-form");
        assertThat(problem.get("errors").findValuesAsText("message"))
                .allMatch(text -> text.matches("(?s).*\\p{IsHan}.*"));
        assertThat(problem.get("title").asText() + problem.get("detail").asText())
                .matches("(?s).*\\p{IsHan}.*");
        keyway.as("zhang").delete("/api/orders/" + orderNo).expect(200, 204);
        keyway.as("zhang").get("/api/orders/" + orderNo).expect(404);
    }

    @Test
    void toleratesRepeatedAndForgedNotices() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        String paymentNo = order.isApproved().becomes("AWAITING_PAYMENT").opensPayment();
        for (String forge : List.of("SIGNATURE", "AMOUNT", "APP")) {
            keyway.as("wang").post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "forge", forge));
            assertThat(order.read().at("/payment/paidAt").isTextual()).as(forge).isFalse();
        }
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "repeat", 5))
                .expect(200, 201, 202, 204);
        order.becomes("TO_PROCESS");
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(30000);
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED");
    }

    /** What a finished order must be able to show: history, money, key, certificates and documents. */
    private void provesItself(Case order, String serial) {
        JsonNode read = order.read();
        assertThat(read.get("statusText").asText()).isEqualTo("已完成");
        assertThat(read.get("history")).hasSizeGreaterThanOrEqualTo(4).allSatisfy(entry -> {
            assertThat(entry.get("step").asText()).matches("(?s).*\\p{IsHan}.*");
            OffsetDateTime.parse(entry.get("receivedAt").asText());
            OffsetDateTime.parse(entry.get("handledAt").asText());
        });
        assertThat(read.at("/payment/amountCents").asLong())
                .isEqualTo(order.requirements().get("feeCents").asLong())
                .isPositive();
        assertThat(read.at("/payment/refundedCents").asLong()).isZero();
        assertThat(Duration.between(
                                OffsetDateTime.parse(read.at("/payment/paidAt").asText()), OffsetDateTime.now())
                        .abs())
                .isLessThan(Duration.ofDays(20));
        JsonNode key = read.at("/keys/0");
        assertThat(read.get("keys")).hasSize(1);
        assertThat(key.get("serial").asText()).isEqualTo(serial);
        assertThat(key.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(key.at("/seal/id").asText()).isNotBlank();
        assertThat(key.get("certificates").findValuesAsText("use")).containsExactlyInAnyOrder("SIGN", "ENCRYPT");
        key.get("certificates")
                .forEach(certificate -> new CertificateCheck(keyway, jdbc).verifies(certificate, read.get("fields")));
        DocumentCheck.reads(order);
        DocumentCheck.stamped(order);
    }

    private static String codeIn(String text, String orderNo) {
        return java.util.regex.Pattern.compile("[0-9A-Z]{6,16}")
                .matcher(text.replace(orderNo, ""))
                .results()
                .map(java.util.regex.MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code in the message"));
    }
}
