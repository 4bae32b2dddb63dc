package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("change");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void aNewNameIsApprovedReviewedPaidWrittenAndBound() {
        house.facts.holding.add("nameOpen");
        OrderWalk walk = change().message("Message_CreditApproved");
        approve(walk);
        pay(walk);
        write(walk);
        walk.complete("Task_BindKey").complete("Task_ConfirmBinding", "decision", "APPROVE");
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "message order_received",
                        "message name_approval_needed",
                        "message review_passed_pay",
                        "writeKeyDelegate",
                        "testStampDelegate",
                        "applyEffectDelegate",
                        "updateRegistryDelegate",
                        "requestBindingDelegate",
                        "message change_completed")
                .doesNotContain("message completed");
    }

    @Test
    void theRegisterAloneNeedsNoKeyAndNoMoney() {
        house.facts.holding.add("registryOnly");
        OrderWalk walk = change();
        approve(walk);
        walk.endsAt("EndEvent_RegistryOnly");
        assertThat(house.calls).endsWith("updateRegistryDelegate", "message registry_changed");
        assertThat(house.calls).doesNotContain("demandFeeDelegate", "writeKeyDelegate", "applyEffectDelegate");
    }

    @Test
    void theOldCertificateLivesUntilTheNewOneIsWritten() {
        OrderWalk walk = change();
        approve(walk);
        pay(walk);
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        walk.complete("Task_WriteOwnKey", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
        assertThat(house.calls).doesNotContain("applyEffectDelegate", "updateRegistryDelegate");
    }

    @Test
    void anUnopenedBidComesFirst() {
        house.facts.holding.add("bidOpen");
        house.facts.holding.add("bidBeforeEnd");
        OrderWalk walk = change();
        approve(walk);
        pay(walk);
        walk.isAt("Task_AwaitBidOpening");
    }

    @Test
    void aRefusedNameEndsRejected() {
        house.facts.holding.add("nameOpen");
        change().timer("Event_CreditLimit")
                .complete("Task_HandleException", "decision", "ABORT")
                .endsAt("EndEvent_Rejected");
    }

    @Test
    void rejectedAfterPaymentIsRefunded() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_ONLINE", "payTiming", "BEFORE_REVIEW")
                .start("change");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Refunded");
    }

    @Test
    void neverPaid() {
        OrderWalk walk = change();
        approve(walk);
        walk.timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
    }

    @Test
    void neverCorrected() {
        change().complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
    }

    @Test
    void cancelledWhileTheNameWaits() {
        house.facts.holding.add("nameOpen");
        change().message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
        assertThat(house.calls).endsWith("message cancelled");
    }

    private static OrderWalk change() {
        return OrderWalk.of("writeMode", "SELF_ONLINE", "line", "change").start("change");
    }

    private static void approve(OrderWalk walk) {
        walk.complete("Task_ReviewApplication", "decision", "APPROVE");
    }

    private void pay(OrderWalk walk) {
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived");
    }

    private static void write(OrderWalk walk) {
        walk.complete("Task_WriteOwnKey", "keySerial", "SN1").complete("Task_TestStamp");
    }
}
