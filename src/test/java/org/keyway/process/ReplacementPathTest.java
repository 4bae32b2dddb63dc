package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplacementPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("replacement");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void aLostKeyIsSuspendedRevokedAndReplaced() {
        OrderWalk walk = replacement();
        assertThat(house.calls).startsWith("suspendLostKeyDelegate", "message order_received");
        approve(walk);
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
        pay(walk);
        walk.complete("Task_WriteKey", "keySerial", "SN2")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .complete("Task_ConfirmReceipt");
        bind(walk);
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "applyEffectDelegate",
                        "reserveKeyDelegate",
                        "writeKeyDelegate",
                        "message replacement_completed");
    }

    @Test
    void damagedContentIsWrittenAnewOnTheSameKey() {
        house.facts.holding.add("sameKey");
        OrderWalk walk = replacement();
        approve(walk);
        pay(walk);
        walk.complete("Task_WriteOwnKey", "keySerial", "SN1").complete("Task_TestStamp");
        bind(walk);
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence("writeKeyDelegate", "applyEffectDelegate")
                .doesNotContain("reserveKeyDelegate");
    }

    @Test
    void aDeviceFoundDeadGetsANewKeyAfterAll() {
        house.facts.holding.add("sameKey");
        OrderWalk walk = replacement();
        approve(walk);
        pay(walk);
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        walk.complete("Task_WriteOwnKey", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .isAt("Task_WriteKey");
        assertThat(house.calls)
                .containsSubsequence("applyEffectDelegate", "prepareNewKeyDelegate", "reserveKeyDelegate");
    }

    @Test
    void otherContentIsAChange() {
        house.facts.holding.add("holderChanged");
        replacement().endsAt("EndEvent_RedirectChange");
        assertThat(house.calls).containsExactly("message redirect_change");
    }

    @Test
    void foundInReviewStopsAndRefunds() {
        OrderWalk walk = OrderWalk.of("payTiming", "BEFORE_REVIEW").start("replacement");
        pay(walk);
        walk.message("Message_KeyFound").endsAt("EndEvent_Found");
        assertThat(house.calls).endsWith("refundDelegate", "message refunded", "message key_found");
    }

    @Test
    void rejected() {
        replacement().complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Rejected");
    }

    @Test
    void newKeyThatCannotBeWrittenIsRefunded() {
        OrderWalk walk = replacement();
        approve(walk);
        pay(walk);
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        walk.complete("Task_WriteKey", "keySerial", "SN2")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void newKeyThatNeverArrivesIsRefunded() {
        house.facts.lostParcels = 3;
        OrderWalk walk = replacement();
        approve(walk);
        pay(walk);
        walk.complete("Task_WriteKey", "keySerial", "SN2")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .message("Message_ParcelLost")
                .complete("Task_HandleException", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void neverPaid() {
        OrderWalk walk = replacement();
        approve(walk);
        walk.timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
    }

    @Test
    void neverCorrected() {
        replacement()
                .complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
    }

    @Test
    void cancelled() {
        replacement().message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
    }

    private static OrderWalk replacement() {
        return OrderWalk.of("line", "replacement").start("replacement");
    }

    private static void approve(OrderWalk walk) {
        walk.complete("Task_ReviewApplication", "decision", "APPROVE");
    }

    private void pay(OrderWalk walk) {
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived");
    }

    private static void bind(OrderWalk walk) {
        walk.complete("Task_BindKey").complete("Task_ConfirmBinding", "decision", "APPROVE");
    }
}
