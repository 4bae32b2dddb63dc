package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnlockPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("unlock");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void confirmedReviewedAndUnlockedWithACode() {
        house.facts.holding.add("reservedPhone");
        OrderWalk walk = start("SELF_CODE").isAt("Task_ReviewApplication", "Task_ConfirmIdentity");
        walk.completeAny("Task_ConfirmIdentity", "decision", "APPROVE");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE");
        walk.complete("Task_UnlockOwnKey", "decision", "APPROVE").endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "readLockDelegate",
                        "message identity_code",
                        "message unlock_code",
                        "message unlocked_legal",
                        "message unlocked")
                .doesNotContain("message initial_pin");
    }

    @Test
    void reviewDoesNotWaitForTheCode() {
        house.facts.holding.add("reservedPhone");
        OrderWalk walk = start("SELF_CODE");
        walk.completeAny("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_UnlockOwnKey");
    }

    @Test
    void changedPhoneIsNotAskedForACode() {
        start("SELF_CODE").isAt("Task_ReviewApplication");
        assertThat(house.calls).doesNotContain("message identity_code");
    }

    @Test
    void keyIsSentBackAndThePinFollowsTheReceipt() {
        OrderWalk walk = approved("MAIL_BACK").complete("Task_ReceiveKey", "keySerial", "SN1");
        assertThat(house.calls).doesNotContain("message initial_pin");
        walk.complete("Task_PackParcel", "keySerial", "SN1").complete("Task_ConfirmReceipt");
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls).containsSubsequence("runUnlockDelegate", "message shipped", "message initial_pin");
        assertThat(house.calls.stream().filter("message initial_pin"::equals)).hasSize(1);
    }

    @Test
    void keyLostOnItsWayBackIsReplaced() {
        approved("MAIL_BACK")
                .complete("Task_ReceiveKey", "keySerial", "SN1")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .message("Message_ParcelLost")
                .endsAt("EndEvent_RedirectReplacement");
        assertThat(house.calls).contains("voidKeyDelegate").endsWith("message unlock_to_replacement");
    }

    @Test
    void deadDeviceIsReplaced() {
        house.facts.holding.add("failedOften");
        house.refuseOnce("runUnlockDelegate", "UNLOCK_FAILED");
        approved("ON_SITE")
                .complete("Task_UnlockAtDesk", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_RedirectReplacement");
    }

    @Test
    void suspendedOrExpiredLockIsNotUnlocked() {
        house.facts.holding.add("notUnlockable");
        start("SELF_CODE").endsAt("EndEvent_NotEligible");
        assertThat(house.calls).endsWith("message unlock_not_eligible");
    }

    @Test
    void rejected() {
        house.facts.holding.add("reservedPhone");
        start("SELF_CODE")
                .completeAny("Task_ReviewApplication", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
    }

    @Test
    void neverPaid() {
        house.facts.holding.add("demanded");
        start("MAIL_BACK")
                .complete("Task_ReviewApplication", "decision", "APPROVE")
                .timer("Event_PaymentLimit")
                .endsAt("EndEvent_Unpaid");
    }

    @Test
    void codeNeverUsed() {
        approved("SELF_CODE").timer("Event_UnlockLimit").endsAt("EndEvent_Expired");
        assertThat(house.calls).endsWith("message expired");
    }

    @Test
    void stampedFormNeverCame() {
        house.facts.holding.add("stampMissing");
        start("SELF_CODE").isAt("Task_UploadStamped").timer("Event_StampLimit").endsAt("EndEvent_Expired");
    }

    @Test
    void cancelled() {
        start("SELF_CODE").message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
    }

    private OrderWalk start(String mode) {
        house.unlocks.mode = mode;
        if (!house.facts.holds("demanded")) {
            house.facts.holding.add("free");
        }
        return OrderWalk.of("writeMode", "SELF_ONLINE", "payTiming", "NONE", "deliveryMode", "NONE", "line", "unlock")
                .start("unlock");
    }

    private OrderWalk approved(String mode) {
        return start(mode).complete("Task_ReviewApplication", "decision", "APPROVE");
    }
}
