package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.acceptance.Locks.count;
import static org.keyway.acceptance.Locks.secret;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unlocking a lock in its four modes, to its ends, by the contract alone: PINs, states, two persons, money, messages. */
class UnlockWalkIT extends RunningKeyway {

    private static final String CHOSEN = "Zq7!canary-29";

    private final Locks locks = new Locks(keyway, "zhang");

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void withACodeAndAPinThatNobodyElseLearns() {
        String serial = locks.inUse();
        List<String> certificates = locks.certificates(serial, "ACTIVE");
        Case order = filed("330683", serial, "SELF_CODE", Map.of("unlockCause", "LOCKED"));
        assertThat(order.applicant()
                        .get(order.path("/documents/pin-reset-form.pdf"))
                        .expect(200)
                        .status())
                .isEqualTo(200);
        order.isSubmitted().becomes("PENDING_REVIEW");
        Keyway.eventually(() -> locks.state(serial).equals("PIN_LOCKED") ? true : null, () -> "not locked");
        String identity = secret(order, "identity_code", "验证码");
        assertThat(order.tries("Task_ConfirmIdentity", Map.of("identityCode", "1"))
                        .status())
                .isEqualTo(422);
        order.does("Task_ConfirmIdentity", Map.of("identityCode", identity));
        order.isApproved().becomes("UNLOCKING");
        String code = secret(order, "unlock_code", "解锁码");
        Map<String, String> input = Map.of("keySerial", serial, "authorizationCode", code);
        assertThat(order.tries("Task_UnlockOwnKey", with(input, "keySerial", "KW0000000000"))
                        .status())
                .isEqualTo(422);
        assertThat(order.tries("Task_UnlockOwnKey", with(input, "newPin", "123456"))
                        .status())
                .isEqualTo(422);
        assertThat(order.tries("Task_UnlockOwnKey", with(input, "authorizationCode", "00000000"))
                        .text())
                .contains("还可以再试");
        locks.faulty(serial, "WRITE_ERROR");
        assertThat(order.tries("Task_UnlockOwnKey", with(input, "newPin", CHOSEN))
                        .text())
                .contains("解锁没有成功");
        locks.faulty(serial, "NONE");
        order.does("Task_UnlockOwnKey", with(input, "newPin", CHOSEN)).becomes("COMPLETED");
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");
        assertThat(locks.certificates(serial, "ACTIVE")).isEqualTo(certificates);
        assertThat(order.message("unlocked").get("to").asText()).isEqualTo("13800000001");
        assertThat(order.message("unlocked_legal").get("to").asText()).isEqualTo("13900000001");
        assertThat(count(order, "initial_pin") + count(order, "completed")).isZero();
        assertThat(order.read().get("history").toString()).doesNotContain(CHOSEN);
        for (String secret : List.of(CHOSEN, code, identity)) {
            assertThat(StoredText.places(jdbc, secret)).isEmpty();
            assertThat(LogKeeper.text()).doesNotContain(secret);
        }
    }

    @Test
    void withoutAnOwnPinTheLegalRepresentativeGetsAnInitialOne() {
        String serial = locks.inUse();
        Case order = unlocking("330800", serial, "SELF_CODE", Map.of());
        String first = secret(order, "unlock_code", "解锁码");
        order.does("Task_UnlockOwnKey", Map.of("resend", "true"));
        Keyway.eventually(() -> count(order, "unlock_code") == 2 ? true : null, () -> "no other code");
        String code = secret(order, "unlock_code", "解锁码");
        assertThat(order.tries("Task_UnlockOwnKey", Map.of("keySerial", serial, "authorizationCode", first))
                        .status())
                .isEqualTo(422);
        order.does("Task_UnlockOwnKey", Map.of("keySerial", serial, "authorizationCode", code))
                .becomes("COMPLETED");
        assertThat(order.message("initial_pin").get("to").asText()).isEqualTo("legal.zhang@example.test");
        String pin = secret(order, "initial_pin", "PIN");
        assertThat(StoredText.places(jdbc, pin)).isEmpty();
        assertThat(LogKeeper.text()).doesNotContain(pin);
    }

    @Test
    void codesExpireAndAreCounted() {
        String serial = locks.inUse();
        Case order = unlocking("330683", serial, "SELF_CODE", Map.of());
        String code = secret(order, "unlock_code", "解锁码");
        keyway.clockAdvances("PT31M");
        Map<String, String> input = Map.of("keySerial", serial, "authorizationCode", code);
        assertThat(order.tries("Task_UnlockOwnKey", input).text()).contains("过期");
        keyway.clockAdvances("P1D");
        for (int again = 1; again <= 3; again++) {
            order.does("Task_UnlockOwnKey", Map.of("resend", "true"));
            order.ownTask("Task_UnlockOwnKey");
        }
        assertThat(order.tries("Task_UnlockOwnKey", Map.of("resend", "true")).text())
                .contains("今天已经发送 3 次");
        keyway.clockAdvances("P31D");
        order.becomes("EXPIRED").message("expired");
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");
    }

    @Test
    void changedPhoneNeedsTwoPersonsAndAnotherOneUnlocksFromAfar() {
        String serial = locks.inUse();
        Case order = filed("371325", serial, "REMOTE", Map.of("handlerMobile", "13800000077"))
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .waitsFor("supervisor");
        assertThat(count(order, "identity_code")).isZero();
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("UNLOCKING");
        assertThat(order.tries("Task_BookUnlock", Map.of("unlockSlot", "2020-01-01T10:00"))
                        .text())
                .contains("已经过去");
        order.does("Task_BookUnlock", Map.of("unlockSlot", slot(2)));
        order.message("unlock_slot");
        Person admin = keyway.as("admin");
        String member = "/engine-rest/group/support/members/zheng";
        admin.send("PUT", member, null, Map.of()).expect(204);
        String task = order.staffTask("chen", "Task_RemoteUnlock");
        Person zheng = keyway.as("zheng");
        zheng.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "zheng"));
        assertThat(Case.complete(zheng, task, Map.of("keySerial", serial)).text())
                .contains("审核过本订单的人");
        zheng.post("/engine-rest/task/" + task + "/unclaim", Map.of());
        admin.delete(member).expect(204);
        order.isDoneBy("chen", "Task_RemoteUnlock", Map.of("reason", "已核对身份"));
        String code = secret(order, "unlock_code", "解锁码");
        assertThat(order.message("unlock_code").get("to").asText()).isEqualTo("13800000077");
        order.does("Task_UnlockOwnKey", Map.of("keySerial", serial, "authorizationCode", code, "newPin", "Afar-4711"))
                .becomes("COMPLETED");
        assertThat(count(order, "initial_pin")).isZero();
    }

    @Test
    void missedAppointmentsAreMadeAnewTwice() {
        String serial = locks.inUse();
        Case order = unlocking("150600", serial, "REMOTE", Map.of());
        for (int booking = 1; booking <= 3; booking++) {
            order.does("Task_BookUnlock", Map.of("unlockSlot", slot(1)));
            order.staffTask("chen", "Task_RemoteUnlock");
            keyway.clockAdvances("PT2H");
        }
        order.becomes("EXPIRED").message("expired");
        assertThat(count(order, "unlock_slot")).isEqualTo(3);
    }

    @Test
    void fromAfarWithNobodyToType() {
        String serial = locks.inUse();
        Case order = unlocking("330683", serial, "REMOTE", Map.of());
        order.does("Task_BookUnlock", Map.of("unlockSlot", slot(1)));
        order.isDoneBy("chen", "Task_RemoteUnlock", Map.of("keySerial", serial)).becomes("COMPLETED");
        order.message("initial_pin");
    }

    @Test
    void sentInUnlockedAndSentBack() {
        String serial = locks.inUse();
        Case order = filed("330781", serial, "MAIL_BACK", Map.of("freight", "PREPAID"))
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved();
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("UNLOCKING");
        order.message("unlock_mail_in");
        keyway.clockAdvances("P6D");
        order.message("unlock_mail_reminder");
        String task = order.staffTask("feng", "Task_ReceiveKey");
        Person feng = keyway.as("feng");
        feng.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "feng"))
                .expect(204);
        assertThat(Case.complete(feng, task, Map.of("keySerial", order.blankKey()))
                        .status())
                .isGreaterThanOrEqualTo(400);
        Case.complete(feng, task, Map.of("keySerial", serial)).expect(200, 204);
        order.becomes("TO_SHIP").isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        order.becomes("SHIPPED");
        assertThat(count(order, "initial_pin")).isZero();
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.becomes("COMPLETED");
        assertThat(count(order, "initial_pin")).isEqualTo(1);
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(2000);
    }

    @Test
    void lostOnItsWayBackIsVoidAndReplaced() {
        String serial = locks.inUse();
        List<String> certificates = locks.certificates(serial, "ACTIVE");
        Case order = unlocking("330683", serial, "MAIL_BACK", Map.of());
        order.isDoneBy("feng", "Task_ReceiveKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("LOST").becomes("REJECTED").message("unlock_to_replacement");
        assertThat(order.read().at("/next/line").asText()).isEqualTo("replacement");
        assertThat(locks.state(serial)).isEqualTo("LOST");
        assertThat(locks.certificates(serial, "REVOKED")).isEqualTo(certificates);
        assertThat(Revocations.of(keyway)).containsAll(certificates);
    }

    @Test
    void deadDeviceAtTheWindowIsReplaced() {
        String serial = locks.inUse();
        Case order = unlocking("371325", serial, "ON_SITE", Map.of());
        order.message("unlock_visit");
        for (int attempt = 1; attempt <= 3; attempt++) {
            String task = order.staffTask("feng", "Task_UnlockAtDesk");
            locks.faulty(serial, attempt == 2 ? "UNPLUG" : "WRITE_ERROR");
            order.isDoneBy("feng", "Task_UnlockAtDesk", Map.of("keySerial", serial));
            Keyway.eventually(
                    () -> keyway.as("admin").get("/engine-rest/task/" + task).status() == 404 ? true : null,
                    () -> "still open");
        }
        order.becomes("EXCEPTION").isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        locks.faulty(serial, "WRITE_ERROR");
        order.isDoneBy("feng", "Task_UnlockAtDesk", Map.of("keySerial", serial)).becomes("EXCEPTION");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "芯片不响应"));
        order.becomes("REJECTED").message("unlock_to_replacement");
        assertThat(order.read().at("/next/line").asText()).isEqualTo("replacement");
        assertThat(count(order, "initial_pin")).isZero();
    }

    @Test
    void atTheWindow() {
        String serial = locks.inUse();
        Case order = unlocking("150600", serial, "ON_SITE", Map.of("unlockCause", "LOCKED"));
        assertThat(locks.state(serial)).isEqualTo("PIN_LOCKED");
        order.isDoneBy("feng", "Task_UnlockAtDesk", Map.of("keySerial", serial)).becomes("COMPLETED");
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");
        order.message("initial_pin");
        order.message("unlocked_legal");
    }

    @Test
    void otherEnds() {
        String serial = locks.inUse();
        Case cancelled = filed("330683", serial, "SELF_CODE", Map.of("unlockCause", "LOCKED"))
                .isSubmitted()
                .becomes("PENDING_REVIEW");
        Keyway.eventually(() -> locks.state(serial).equals("PIN_LOCKED") ? true : null, () -> "not locked");
        cancelled.message("order_received");
        cancelled.ownTask("Task_ConfirmIdentity");
        cancelled.staffTask("li", "Task_ReviewApplication");
        cancelled.applicant().delete(cancelled.path("")).expect(200, 202, 204);
        cancelled.becomes("CANCELLED").message("cancelled");
        assertThat(locks.state(serial)).as("the token itself is not locked").isEqualTo("ACTIVE");
        Case rejected = filed("330683", serial, "SELF_CODE", Map.of())
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isReviewed("li", "REJECT", "材料与锁不符", null)
                .becomes("REJECTED");
        rejected.message("rejected");
        Case unpaid = filed("330781", serial, "MAIL_BACK", Map.of("freight", "PREPAID"))
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved();
        unpaid.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT")
                .ownTask("Task_Pay");
        keyway.clockAdvances("P8D");
        unpaid.becomes("EXPIRED").message("payment_closed");
        Case never = unlocking("330683", serial, "ON_SITE", Map.of());
        never.staffTask("feng", "Task_UnlockAtDesk");
        keyway.clockAdvances("P16D");
        never.becomes("EXPIRED").message("expired");
        keyway.clockAdvances("P400D");
        Case over = filed("330683", serial, "SELF_CODE", Map.of()).isSubmitted().becomes("REJECTED");
        over.message("unlock_not_eligible");
    }

    /** Filed, the reserved phone confirmed, approved by one person. */
    private Case unlocking(String region, String serial, String mode, Map<String, Object> changes) {
        Case order = filed(region, serial, mode, changes).isSubmitted().becomes("PENDING_REVIEW");
        order.does("Task_ConfirmIdentity", Map.of("identityCode", secret(order, "identity_code", "验证码")));
        return order.isApproved().becomes("UNLOCKING");
    }

    private Case filed(String region, String serial, String mode, Map<String, Object> changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("keySerial", serial);
        fields.put("holderType", "ORGANIZATION");
        fields.put("unlockCause", "FORGOTTEN");
        fields.put("unlockMode", mode);
        if (mode.equals("MAIL_BACK")) {
            fields.putAll(Map.of("freight", "COLLECT", "consigneeName", "张测试", "consigneeMobile", "13800000001"));
            fields.putAll(Map.of("consigneeDivision", "330683", "consigneeAddress", "样例路1号测试大厦8楼"));
        }
        fields.putAll(changes);
        return Case.drafted(keyway, "unlock", "zhang", region, fields);
    }

    private String slot(int hours) {
        String now = keyway.as("admin")
                .post("/sandbox/clock", Map.of("advance", "PT0S"))
                .expect(200)
                .json()
                .get("now")
                .asText();
        return OffsetDateTime.parse(now).plusHours(hours).toString();
    }

    private static Map<String, String> with(Map<String, String> input, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(input);
        changed.put(name, value);
        return changed;
    }
}
