package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewIssuancePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("new-issuance");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void paidAfterReviewWrittenByOperatorMailedAndBound() {
        OrderWalk walk = OrderWalk.of().start("new-issuance");
        house.facts.holding.addAll(List.of("invoiceWanted", "invoiceAnswered", "invoiceIssued"));
        toPayment(walk);
        pay(walk);
        walk.complete("Task_WriteKey", "keySerial", "SN1")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .complete("Task_ConfirmReceipt");
        bind(walk);
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "message review_passed_pay",
                        "message paid",
                        "writeKeyDelegate",
                        "testStampDelegate",
                        "message shipped",
                        "confirmReceiptDelegate",
                        "message initial_pin",
                        "activateKeyDelegate",
                        "message bound",
                        "requestInvoiceDelegate",
                        "message invoice_ready",
                        "message completed");
    }

    @Test
    void paidFirstReviewedAfterwards() {
        OrderWalk walk = OrderWalk.of("payTiming", "BEFORE_REVIEW").start("new-issuance");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_WriteKey");
    }

    @Test
    void blankKeyIsMailedFirstAndWrittenByTheApplicant() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_CODE").start("new-issuance");
        toPayment(walk);
        pay(walk);
        walk.complete("Task_PackParcel", "keySerial", "SN1").complete("Task_ConfirmReceipt");
        assertThat(house.calls).endsWith("issueCodeDelegate", "message auth_code", "message initial_pin");
        walk.complete("Task_WriteOwnKey").complete("Task_TestStamp");
        bind(walk);
        walk.endsAt("EndEvent_Completed");
        assertThat(house.calls.stream().filter("message initial_pin"::equals)).hasSize(1);
    }

    @Test
    void notEligible() {
        house.refuseOnce("checkEligibilityDelegate", "NOT_ELIGIBLE");
        OrderWalk.of().start("new-issuance").endsAt("EndEvent_NotEligible");
        assertThat(house.calls).endsWith("message not_eligible");
    }

    @Test
    void rejectedBeforeAnythingWasPaid() {
        OrderWalk.of()
                .start("new-issuance")
                .complete("Task_ReviewApplication", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
        assertThat(house.calls).doesNotContain("refundDelegate");
    }

    @Test
    void rejectedAfterPaymentIsRefunded() {
        OrderWalk walk = OrderWalk.of("payTiming", "BEFORE_REVIEW").start("new-issuance");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Refunded");
        assertThat(house.calls).endsWith("refundDelegate", "message refunded");
    }

    @Test
    void correctionNeverCameAfterPayment() {
        OrderWalk walk = OrderWalk.of("payTiming", "BEFORE_REVIEW").start("new-issuance");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
        assertThat(house.calls).contains("refundDelegate");
    }

    @Test
    void stampedPapersNeverCameInACityThatAllowsThemLater() {
        house.facts.holding.add("stampMissing");
        OrderWalk.of("region", "330600")
                .start("new-issuance")
                .isAt("Task_UploadStamped")
                .timer("Event_StampLimit")
                .endsAt("EndEvent_Expired");
    }

    @Test
    void neverPaid() {
        OrderWalk walk = OrderWalk.of().start("new-issuance");
        toPayment(walk);
        walk.timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
    }

    @Test
    void parcelLostStartsAgainWithAnotherKey() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_CODE").start("new-issuance");
        toPayment(walk);
        pay(walk);
        walk.complete("Task_PackParcel", "keySerial", "SN1")
                .message("Message_ParcelLost")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .isAt("Task_ConfirmReceipt");
        assertThat(house.calls.stream().filter("reserveKeyDelegate"::equals)).hasSize(2);
    }

    @Test
    void supportGivesUpWriting() {
        OrderWalk walk = OrderWalk.of().start("new-issuance");
        toPayment(walk);
        pay(walk);
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        walk.complete("Task_WriteKey", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void applicantGivesUpSelfWriting() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_CODE").start("new-issuance");
        toPayment(walk);
        pay(walk);
        walk.complete("Task_PackParcel", "keySerial", "SN1")
                .complete("Task_ConfirmReceipt")
                .timer("Event_SelfWriteLimit")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void givenUpAfterManyLostParcels() {
        house.facts.lostParcels = 3;
        OrderWalk walk = OrderWalk.of().start("new-issuance");
        toPayment(walk);
        pay(walk);
        walk.complete("Task_WriteKey", "keySerial", "SN1")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .message("Message_ParcelLost")
                .complete("Task_HandleException", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void cancelledInReview() {
        OrderWalk.of().start("new-issuance").message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
        assertThat(house.calls).doesNotContain("refundDelegate");
    }

    @Test
    void cancelledAfterPayment() {
        OrderWalk walk = OrderWalk.of("payTiming", "BEFORE_REVIEW").start("new-issuance");
        pay(walk);
        walk.message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
        assertThat(house.calls).endsWith("refundDelegate", "message refunded", "message cancelled");
    }

    private static void toPayment(OrderWalk walk) {
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_Pay");
    }

    private void pay(OrderWalk walk) {
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived");
    }

    private void bind(OrderWalk walk) {
        walk.complete("Task_BindKey").complete("Task_ConfirmBinding", "decision", "APPROVE");
    }
}
