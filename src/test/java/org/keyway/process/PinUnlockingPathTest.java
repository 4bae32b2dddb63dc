package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PinUnlockingPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("pin-unlocking");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void ownPinIsKnownToNobodyElse() {
        start("SELF_CODE").complete("Task_UnlockOwnKey", "decision", "APPROVE").endsAt("EndEvent_Unlocked");
        assertThat(house.calls).containsExactly("issueOneTimeCodeDelegate", "message unlock_code");
    }

    @Test
    void withoutOwnPinAnInitialOneIsSent() {
        start("SELF_CODE").complete("Task_UnlockOwnKey", "decision", "INITIAL").endsAt("EndEvent_Unlocked");
        assertThat(house.calls).endsWith("message initial_pin");
    }

    @Test
    void anotherCode() {
        start("SELF_CODE").complete("Task_UnlockOwnKey", "decision", "RESEND").isAt("Task_UnlockOwnKey");
        assertThat(house.calls.stream().filter("message unlock_code"::equals)).hasSize(2);
    }

    @Test
    void thirdFailureIsHelped() {
        start("SELF_CODE")
                .complete("Task_UnlockOwnKey", "decision", "REJECT")
                .complete("Task_Assist", "decision", "RETRY")
                .isAt("Task_UnlockOwnKey");
    }

    @Test
    void codeNeverUsed() {
        start("SELF_CODE").timer("Event_UnlockLimit").endsAt("EndEvent_CodeUnused");
    }

    @Test
    void fromAfarTheApplicantTypes() {
        start("REMOTE")
                .complete("Task_BookUnlock")
                .complete("Task_RemoteUnlock", "keySerial", null)
                .complete("Task_UnlockOwnKey", "decision", "APPROVE")
                .endsAt("EndEvent_Unlocked");
        assertThat(house.calls)
                .containsExactly("message unlock_slot", "issueOneTimeCodeDelegate", "message unlock_code");
    }

    @Test
    void fromAfarWithoutSomebodyToType() {
        start("REMOTE")
                .complete("Task_BookUnlock")
                .complete("Task_RemoteUnlock", "keySerial", "SN1")
                .endsAt("EndEvent_Unlocked");
        assertThat(house.calls).endsWith("runUnlockDelegate", "message initial_pin");
    }

    @Test
    void keyThatNeverComesIsAskedForOnce() {
        OrderWalk walk = start("MAIL_BACK").timer("Event_ReceiveReminder").isAt("Task_ReceiveKey");
        assertThat(house.calls).containsExactly("message unlock_mail_in", "message unlock_mail_reminder");
        walk.timer("Event_ReceiveLimit").endsAt("EndEvent_KeyMissing");
    }

    @Test
    void keyFromThePostKeepsItsPinForLater() {
        start("MAIL_BACK").complete("Task_ReceiveKey", "keySerial", "SN1").endsAt("EndEvent_Unlocked");
        assertThat(house.calls).endsWith("runUnlockDelegate");
    }

    @Test
    void nobodyCameToTheWindow() {
        start("ON_SITE").timer("Event_VisitLimit").endsAt("EndEvent_KeyMissing");
    }

    @Test
    void failingDeviceIsTriedAgainThenGivenUp() {
        house.refuseOnce("runUnlockDelegate", "UNLOCK_FAILED");
        house.refuseOnce("runUnlockDelegate", "UNLOCK_FAILED");
        OrderWalk walk = start("ON_SITE").complete("Task_UnlockAtDesk", "keySerial", "SN1");
        walk.isAt("Task_UnlockAtDesk");
        house.facts.holding.add("failedOften");
        walk.complete("Task_UnlockAtDesk", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_DeviceDead");
    }

    private OrderWalk start(String mode) {
        house.unlocks.mode = mode;
        return OrderWalk.of("line", "unlock").start("pin-unlocking");
    }
}
