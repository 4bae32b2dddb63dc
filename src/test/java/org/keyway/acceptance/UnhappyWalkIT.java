package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New issuance where something goes wrong, by the contract alone: money, keys, certificates and messages stay right. */
class UnhappyWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @AfterEach
    void everythingIsUpAgain() {
        for (String partner : List.of("payment", "carrier", "sms", "mail", "trading", "ca")) {
            partner(partner, "UP");
        }
        keyway.clockIsReset();
    }

    @Test
    void waitsOnHoldAndIsReviewedAgain() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        order.isReviewed("li", "HOLD", "等待主管部门复函", null).becomes("ON_HOLD").waitsFor("customer-service");
        order.isDoneBy("wu", "Task_HandleOnHold", Map.of("reason", "已收到复函")).becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT");
        assertThat(order.read().get("history").toString()).contains("等待主管部门复函", "已收到复函");
        isCancelledWithout(order);
        told(order, "order_received", "review_passed_pay", "cancelled");
    }

    @Test
    void anOverdueReviewIsToldToTheSupervisorsOnce() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        order.staffTask("li", "Task_ReviewApplication");
        keyway.clockAdvances("P10D");
        JsonNode mail = order.message("step_overdue");
        assertThat(mail.get("channel").asText()).isEqualTo("MAIL");
        assertThat(mail.get("to").asText()).isEqualTo("zheng@example.test");
        assertThat(mail.get("text").asText())
                .contains(order.orderNo(), "客服审核", "嵊州")
                .doesNotContain("张测试");
        keyway.clockAdvances("P1D");
        isCancelledWithout(order);
        told(order, "order_received", "step_overdue", "cancelled");
        assertThat(keyway.as("zhang").get("/messages").expect(200).text()).doesNotContain("应于");
    }

    @Test
    void needsTwoPersonsForManyKeys() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("quantity", 6))
                .becomes("PENDING_REVIEW");
        order.isApproved().waitsFor("supervisor");
        String second = order.staffTask("zheng", "Task_SecondReview");
        Person li = keyway.as("li");
        assertThat(li.post("/engine-rest/task/" + second + "/claim", Map.of("userId", "li"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(Case.complete(li, second, Map.of("decision", "APPROVE")).status())
                .isGreaterThanOrEqualTo(400);
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT");
        isCancelledWithout(order);
    }

    @Test
    void secondReviewerReturnsItemsToo() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("quantity", 6))
                .becomes("PENDING_REVIEW");
        order.isApproved().waitsFor("supervisor");
        order.isDoneBy(
                        "zheng",
                        "Task_SecondReview",
                        Map.of(
                                "decision",
                                "RETURN",
                                "reason",
                                "数量依据不足",
                                "defects",
                                "[{\"item\":\"quantity\",\"code\":\"MISMATCH\",\"note\":\"请核对数量\"}]"))
                .becomes("RETURNED");
        assertThat(order.read().at("/waitingFor/due").isTextual()).isTrue();
        assertThat(order.ownTask("Task_CorrectApplication").get("due").isTextual())
                .isTrue();
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("quantity", 7)))
                .expect(200);
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().waitsFor("supervisor");
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT");
        order.ownTask("Task_Pay");
        JsonNode payment = order.applicant()
                .post(order.path("/payments"), Map.of("method", "SANDBOX"))
                .expect(201)
                .json();
        assertThat(payment.get("amountCents").asLong())
                .isEqualTo(order.requirements().get("feeCents").asLong() / 6 * 7);
        isCancelledWithout(order);
    }

    @Test
    void closesWhatIsNotPaidAndGivesLateMoneyBack() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of())
                .isApproved()
                .becomes("AWAITING_PAYMENT");
        assertThat(order.ownTask("Task_Pay").get("due").isTextual()).isTrue();
        assertThat(order.read().at("/waitingFor/due").isTextual()).isTrue();
        String paymentNo = order.opensPayment();
        keyway.clockAdvances("PT25H");
        order.message("payment_reminder");
        keyway.clockAdvances("P7D");
        order.becomes("EXPIRED").message("payment_closed");
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "repeat", 3))
                .expect(200, 201, 202, 204);
        Keyway.eventually(
                () -> order.read().at("/payment/refundedCents").asLong() == 30000 ? true : null,
                () -> "late money stays: " + order.explain());
        keyway.clockAdvances("PT2M");
        order.becomes("EXPIRED");
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(30000);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(30000);
        order.message("refunded");
        told(order, "order_received", "review_passed_pay", "payment_reminder", "payment_closed", "refunded");
    }

    @Test
    void cancelsBeforePaymentAfterPaymentAndNotAfterWriting() {
        Case early = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        early.message("order_received");
        isCancelledWithout(early);
        told(early, "order_received", "cancelled");
        assertThat(early.message("cancelled").get("text").asText()).doesNotContain("退回");
        Case paid = paid(SHENGZHOU, Map.of());
        paid.staffTask("feng", "Task_WriteKey");
        paid.applicant().delete(paid.path("")).expect(200, 202, 204);
        paid.becomes("CANCELLED");
        isRefunded(paid, 30000);
        assertThat(paid.message("refunded").get("text").asText()).contains("300.00");
        told(paid, "order_received", "review_passed_pay", "paid", "refunded", "cancelled");
        Case written = paid(SHENGZHOU, Map.of());
        String serial = isWritten(written);
        written.becomes("TO_SHIP");
        assertThat(written.applicant().delete(written.path("")).status()).isEqualTo(409);
        isFinished(written, serial);
    }

    @Test
    void batchWaitsForTheNextWorkingDay() {
        OffsetDateTime friday = nextFriday();
        clockIs(friday);
        Case order = Case.submitted(keyway, "zhang", "330800", Map.of("deliveryMode", "PICKUP"))
                .becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        for (int day = 1; day <= 2; day++) {
            clockIs(friday.plusDays(day).with(LocalTime.of(10, 0)));
            assertThat(openTasks(order)).as("weekend").isEmpty();
        }
        clockIs(friday.plusDays(3).with(LocalTime.of(8, 0)));
        assertThat(openTasks(order)).as("Monday at eight").isEmpty();
        clockIs(friday.plusDays(3).with(LocalTime.of(9, 30)));
        String serial = isWritten(order);
        order.becomes("TO_COLLECT");
        assertThat(order.message("pickup_ready").get("text").asText()).contains("领取地点");
        order.isDoneBy("feng", "Task_HandOver", Map.of("reason", "本人持身份证领取"));
        isBound(order, serial);
        told(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "pickup_ready",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @Test
    void collectsAtTheWindow() {
        Case order = paid("371325", Map.of("deliveryMode", "PICKUP"));
        String serial = isWritten(order);
        order.becomes("TO_COLLECT").isDoneBy("feng", "Task_HandOver", Map.of("reason", "经办人持授权书领取"));
        isBound(order, serial);
        assertThat(order.read().at("/parcel/waybillNo").isTextual()).isFalse();
        isWhole(order, 1, 30000, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITE_ERROR", "UNPLUG", "WRONG_PIN"})
    void writesOnAfterAFault(String fault) {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        faulty(serial, fault);
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .becomes("EXCEPTION")
                .waitsFor("support");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        isFinished(order, serial);
        told(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "shipped",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @Test
    void oneBadKeyOfThreeHoldsNobodyUp() {
        Case order = paid(SHENGZHOU, Map.of("quantity", 3));
        List<String> serials = List.of(order.blankKey(), order.blankKey(), order.blankKey());
        faulty(serials.get(1), "WRITE_ERROR");
        for (String serial : serials) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        }
        order.staffTask("chen", "Task_Assist");
        Keyway.eventually(() -> written(order) == 2 ? true : null, () -> "the others do not go on: " + order.explain());
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serials.get(1)))
                .becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", serials)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serials.get(0));
        isWhole(order, 3, 90000, 0);
    }

    @Test
    void oneKeyOfThreeIsGivenUpAndPaidBack() {
        Case order = paid(SHENGZHOU, Map.of("quantity", 3));
        List<String> serials = List.of(order.blankKey(), order.blankKey(), order.blankKey());
        faulty(serials.get(1), "WRITE_ERROR");
        for (String serial : serials) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        }
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件"));
        order.becomes("TO_SHIP").message("key_given_up");
        assertThat(order.message("key_given_up").get("text").asText()).contains("300.00", "其余的锁继续办理");
        List<String> good = List.of(serials.get(0), serials.get(2));
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", good)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serials.get(0));
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(90000);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(30000);
        assertThat(issued(order)).isEqualTo(4);
        assertThat(order.messages().findValuesAsText("template")).doesNotContain("refunded");
    }

    @Test
    void passingFaultHealsByItself() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", "UNPLUG", "times", 3))
                .expect(200, 201, 204);
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        isFinished(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    @Test
    void abandonedWritingGivesAllMoneyBack() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        faulty(serial, "WRITE_ERROR");
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("EXCEPTION");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件"));
        order.becomes("REFUNDED");
        isRefunded(order, 30000);
        assertThat(issued(order)).isZero();
    }

    @Test
    void unusableAddressIsCorrectedAndPackedAgain() {
        Case order = paid(SHENGZHOU, Map.of("consigneeAddress", "1号"));
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("EXCEPTION");
        order.message("delivery_problem");
        assertThat(order.tries("Task_FixAddress", Map.of("consigneeDivision", "990000", "consigneeAddress", ""))
                        .status())
                .isEqualTo(422);
        order.does("Task_FixAddress", Map.of("consigneeDivision", SHENGZHOU, "consigneeAddress", "样例路2号3楼"))
                .becomes("TO_SHIP");
        isFinished(order, serial);
        told(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "delivery_problem",
                "shipped",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "RETURNED"})
    void parcelThatComesBackIsSentAgain(String event) {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        String first = order.read().at("/parcel/waybillNo").asText();
        order.courierSays("PICKED_UP", event).becomes("EXCEPTION");
        order.does("Task_FixAddress", Map.of("consigneeAddress", "样例路3号门卫代收")).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        assertThat(order.read().at("/parcel/waybillNo").asText()).isNotEqualTo(first);
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
        assertThat(count(order, "shipped")).isEqualTo(2);
        assertThat(count(order, "initial_pin")).isEqualTo(1);
    }

    @Test
    void lostKeysAreVoidAndMadeAgainTwiceThenASupervisorDecides() {
        Case order = paid(SHENGZHOU, Map.of());
        List<String> lost = new ArrayList<>();
        for (int parcel = 1; parcel <= 3; parcel++) {
            String serial = isWritten(order);
            order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                    .becomes("SHIPPED");
            lost.add(serial);
            order.courierSays("PICKED_UP", "LOST");
            if (parcel < 3) {
                order.becomes("TO_PROCESS");
            }
        }
        order.becomes("EXCEPTION").waitsFor("supervisor");
        isRevoked(order, lost);
        order.isDoneBy("zheng", "Task_HandleException", Map.of("decision", "RETRY"))
                .becomes("TO_PROCESS");
        String serial = isWritten(order);
        isFinished(order, serial);
        isRevoked(order, lost);
        assertThat(count(order, "paid")).isEqualTo(1);
        assertThat(count(order, "delivery_lost")).isEqualTo(3);
    }

    @Test
    void supervisorGivesUpAfterThreeLostParcels() {
        Case order = paid(SHENGZHOU, Map.of());
        for (int parcel = 1; parcel <= 3; parcel++) {
            String serial = isWritten(order);
            order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                    .becomes("SHIPPED");
            order.courierSays("LOST");
            order.becomes(parcel < 3 ? "TO_PROCESS" : "EXCEPTION");
        }
        order.isDoneBy("zheng", "Task_HandleException", Map.of("decision", "ABORT", "reason", "该地址无法寄达"));
        order.becomes("REFUNDED");
        isRefunded(order, 30000);
        assertThat(issued(order)).isZero();
    }

    @Test
    void overdueParcelIsTraced() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        assertThat(order.ownTask("Task_ConfirmReceipt").get("due").isTextual()).isTrue();
        keyway.clockAdvances("P8D");
        order.becomes("EXCEPTION").isDoneBy("feng", "Task_TraceParcel", Map.of("reason", "快递滞留，已催派"));
        order.becomes("SHIPPED").courierSays("DELIVERED");
        keyway.clockAdvances("P8D");
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    @Test
    void refusedBindingIsHelpedAndAskedAgain() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of()).staffTask("chu", "Task_ConfirmBinding");
        binding(order, "REJECTED");
        order.becomes("EXCEPTION").isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.does("Task_BindKey", Map.of()).staffTask("chu", "Task_ConfirmBinding");
        binding(order, "ACCEPTED");
        order.becomes("COMPLETED");
        isWhole(order, 1, 30000, 0);
        assertThat(count(order, "bound")).isEqualTo(1);
    }

    @Test
    void restocksWhenNoKeyIsLeft() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).isApproved();
        order.becomes("AWAITING_PAYMENT");
        keyway.as("feng")
                .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 500, "state", "DAMAGED"))
                .expect(200, 201);
        order.isPaid();
        order.staffTask("feng", "Task_Restock");
        order.isDoneBy("feng", "Task_Restock", Map.of("reason", "没有到货")).staffTask("feng", "Task_Restock");
        order.blankKey();
        order.isDoneBy("feng", "Task_Restock", Map.of("reason", "到货一把"));
        isFinished(order, isWritten(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "ERROR", "GARBAGE"})
    void partnersThatAreDownAreAskedAgainAndNothingIsDoubled(String mode) {
        Case order = paid(SHENGZHOU, Map.of());
        for (String partner : List.of("ca", "carrier", "sms", "mail", "trading")) {
            partner(partner, mode);
        }
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        waitsForPartner(order);
        partner("ca", "UP");
        keyway.clockAdvances("PT3H");
        order.becomes("TO_SHIP").isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        waitsForPartner(order);
        for (String partner : List.of("carrier", "sms", "mail")) {
            partner(partner, "UP");
        }
        keyway.clockAdvances("PT3H");
        order.becomes("SHIPPED").courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of());
        waitsForPartner(order);
        partner("trading", "UP");
        keyway.clockAdvances("PT3H");
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        isWhole(order, 1, 30000, 0);
        for (String template : List.of("shipped", "initial_pin", "bind_ready", "bound", "invoice_ready", "completed")) {
            order.message(template);
            assertThat(count(order, template)).as(template).isEqualTo(1);
        }
    }

    @Test
    void refundSurvivesAProviderThatIsDown() {
        Case order = paid(SHENGZHOU, Map.of());
        order.staffTask("feng", "Task_WriteKey");
        partner("payment", "TIMEOUT");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        waitsForPartner(order);
        partner("payment", "UP");
        keyway.clockAdvances("PT3H");
        order.becomes("CANCELLED");
        isRefunded(order, 30000);
        assertThat(count(order, "refunded")).isEqualTo(1);
    }

    private Case paid(String region, Map<String, Object> changes) {
        Map<String, Object> fields = new LinkedHashMap<>(changes);
        Case order = Case.submitted(keyway, "zhang", region, fields).becomes("PENDING_REVIEW");
        return order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
    }

    private String isWritten(Case order) {
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        Keyway.eventually(() -> issued(order) == 2 ? true : null, () -> "not written: " + order.explain());
        return serial;
    }

    private void isFinished(Case order, String serial) {
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    private void isBound(Case order, String serial) {
        order.does("Task_BindKey", Map.of("keySerial", serial));
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
    }

    private void isCancelledWithout(Case order) {
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED").message("cancelled");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isZero();
        assertThat(count(order, "refunded")).isZero();
    }

    private void isRefunded(Case order, long cents) {
        Keyway.eventually(
                () -> order.read().at("/payment/refundedCents").asLong() > 0 ? true : null,
                () -> "not refunded: " + order.explain());
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(cents);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(cents);
        order.message("refunded");
    }

    /** So many keys in use with one pair of certificates and a seal each, and that much money. */
    private void isWhole(Case order, int keys, long paid, long refunded) {
        JsonNode read = order.read();
        assertThat(read.at("/payment/amountCents").asLong()).isEqualTo(paid);
        assertThat(read.at("/payment/refundedCents").asLong()).isEqualTo(refunded);
        assertThat(issued(order)).isEqualTo(2L * keys);
        List<JsonNode> active = StreamSupport.stream(read.get("keys").spliterator(), false)
                .filter(key -> key.get("state").asText().equals("ACTIVE"))
                .toList();
        assertThat(active).hasSize(keys).allSatisfy(key -> {
            assertThat(key.get("certificates").findValuesAsText("use")).containsExactlyInAnyOrder("SIGN", "ENCRYPT");
            assertThat(key.at("/seal/id").asText()).isNotBlank();
        });
    }

    private static long written(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .filter(key -> key.get("state").asText().equals("WRITTEN"))
                .count();
    }

    /** Certificates of the order that are good. */
    private static long issued(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .flatMap(key -> StreamSupport.stream(key.get("certificates").spliterator(), false))
                .filter(certificate -> List.of("ISSUED", "ACTIVE")
                        .contains(certificate.get("state").asText()))
                .count();
    }

    private void isRevoked(Case order, List<String> serials) {
        for (JsonNode key : order.read().get("keys")) {
            if (serials.contains(key.get("serial").asText())) {
                assertThat(key.get("state").asText()).isEqualTo("LOST_IN_TRANSIT");
                assertThat(key.get("certificates")).hasSize(2);
                key.get("certificates").forEach(certificate -> {
                    assertThat(certificate.get("state").asText()).isEqualTo("REVOKED");
                    assertThat(Revocations.of(keyway))
                            .contains(certificate.get("serial").asText());
                });
            }
        }
    }

    private void told(Case order, String... templates) {
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

    private void partner(String name, String mode) {
        keyway.as("admin")
                .post("/sandbox/partners/" + name, Map.of("mode", mode))
                .expect(200, 204);
    }

    private void binding(Case order, String answer) {
        keyway.as("chu")
                .post("/sandbox/trading/" + order.orderNo(), Map.of("binding", answer))
                .expect(200, 201, 202, 204);
    }

    private void faulty(String serial, String fault) {
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", fault))
                .expect(200, 204);
    }

    /** A failed job of the order is seen by those who look after the engine. */
    private void waitsForPartner(Case order) {
        Keyway.eventually(() -> failedJobs(order) > 0 ? true : null, () -> "no failed job: " + order.explain());
    }

    private long failedJobs(Case order) {
        JsonNode instances = keyway.as("admin")
                .get("/engine-rest/process-instance?businessKey=" + order.orderNo())
                .expect(200)
                .json();
        return StreamSupport.stream(instances.spliterator(), false)
                .filter(instance -> !keyway.as("admin")
                        .get("/engine-rest/job?withException=true&processInstanceId="
                                + instance.get("id").asText())
                        .json()
                        .isEmpty())
                .count();
    }

    private JsonNode openTasks(Case order) {
        return keyway.as("admin")
                .get("/engine-rest/task?processInstanceBusinessKey=" + order.orderNo())
                .expect(200)
                .json();
    }

    /** Ten o'clock of a Friday whose week and weekend are far from any public holiday. */
    private OffsetDateTime nextFriday() {
        OffsetDateTime day = now().plusDays(1).with(LocalTime.of(10, 0));
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY
                || !List.of(3, 7, 8, 11, 12).contains(day.getMonthValue())
                || day.getDayOfMonth() > 27) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void clockIs(OffsetDateTime time) {
        keyway.clockAdvances(Duration.between(now(), time).toString());
    }

    private OffsetDateTime now() {
        JsonNode clock = keyway.as("admin")
                .post("/sandbox/clock", Map.of("advance", "PT0S"))
                .expect(200)
                .json();
        return OffsetDateTime.parse(clock.get("now").asText()).withOffsetSameInstant(CHINA);
    }
}
