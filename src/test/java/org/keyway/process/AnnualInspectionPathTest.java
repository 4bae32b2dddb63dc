package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnnualInspectionPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("annual-inspection");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void paidWrittenAndStamped() {
        OrderWalk walk = paid();
        walk.complete("Task_WriteOwnKey").complete("Task_TestStamp").endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "message paid",
                        "message self_write_ready",
                        "writeKeyDelegate",
                        "testStampDelegate",
                        "message inspected")
                .doesNotContain("issueCodeDelegate", "precheckDelegate");
    }

    @Test
    void reviewedWhereTheTableSaysSo() {
        house.terms.put("inspectionReview", "YES");
        OrderWalk walk = start().isAt("Task_ReviewApplication");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_Pay");
    }

    @Test
    void rejected() {
        house.terms.put("inspectionReview", "YES");
        start().complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Rejected");
        assertThat(house.calls).doesNotContain("refundDelegate");
    }

    @Test
    void correctionNeverCame() {
        house.terms.put("inspectionReview", "YES");
        start().complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
    }

    @Test
    void otherHolderIsSentToChange() {
        house.facts.holding.add("holderChanged");
        start().endsAt("EndEvent_RedirectChange");
        assertThat(house.calls).containsExactly("message inspection_to_change");
    }

    @Test
    void certificateThatEndsSoonerIsRenewedFirst() {
        house.facts.holding.add("certificateSooner");
        start().endsAt("EndEvent_RedirectRenewal");
        assertThat(house.calls).containsExactly("message inspection_to_renewal");
    }

    @Test
    void notInspectable() {
        house.facts.holding.add("notInspectable");
        start().endsAt("EndEvent_NotEligible");
        assertThat(house.calls).containsExactly("message inspection_not_eligible");
    }

    @Test
    void neverPaid() {
        start().timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
    }

    @Test
    void calledBackAndThenRefundedWhenNothingHappens() {
        OrderWalk walk = paid().timer("Event_CallBackDue").isAt("Task_CallBack", "Task_WriteOwnKey");
        walk.completeAny("Task_CallBack").isAt("Task_WriteOwnKey");
        walk.timer("Event_InspectionLimit").endsAt("EndEvent_Refunded");
        assertThat(house.calls).endsWith("refundDelegate", "message refunded");
    }

    @Test
    void failedTestStampIsHelpedAndGivenUp() {
        OrderWalk walk = paid();
        house.refuseOnce("testStampDelegate", "SEAL_TEST_FAILED");
        walk.complete("Task_WriteOwnKey")
                .complete("Task_TestStamp")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void cancelled() {
        start().message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
    }

    private OrderWalk start() {
        return OrderWalk.of("writeMode", "SELF_ONLINE", "payTiming", "BEFORE_REVIEW", "line", "annual-inspection")
                .start("annual-inspection");
    }

    private OrderWalk paid() {
        OrderWalk walk = start().isAt("Task_Pay");
        house.facts.holding.add("paid");
        return walk.message("Message_PaymentReceived").isAt("Task_WriteOwnKey");
    }
}
