package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("renewal");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void paidAfterReviewWrittenByTheApplicant() {
        OrderWalk walk = renewal();
        house.facts.holding.addAll(List.of("invoiceWanted", "invoiceAnswered", "invoiceIssued"));
        walk.complete("Task_ReviewApplication", "decision", "APPROVE");
        pay(walk);
        write(walk).endsAt("EndEvent_Completed");
        assertThat(house.calls)
                .containsSubsequence(
                        "message order_received",
                        "message review_passed_pay",
                        "message paid",
                        "releaseRenewalDelegate",
                        "message self_write_ready",
                        "writeKeyDelegate",
                        "testStampDelegate",
                        "applyEffectDelegate",
                        "requestInvoiceDelegate",
                        "message invoice_ready",
                        "message renewed")
                .doesNotContain("message pickup_ready", "message shipped", "message completed");
    }

    @Test
    void paidFirstReviewedAfterwards() {
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_WriteOwnKey");
    }

    @Test
    void nothingIsSupersededBeforeTheKeyWasReadBack() {
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_WriteOwnKey", "keySerial", "SN1")
                .isAt("Task_Assist");
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
        walk.complete("Task_Assist", "decision", "ABORT").endsAt("EndEvent_Refunded");
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
    }

    @Test
    void aFlawlessOneNeedsNoReviewWhereTheCityWantsItSo() {
        house.terms.put("autoApprove", "YES");
        renewal().isAt("Task_ReviewApplication");
        house.facts.holding.add("flawless");
        renewal().isAt("Task_Pay");
    }

    @ParameterizedTest
    @CsvSource({
        "lockUnusable,EndEvent_RedirectReplacement,renewal_redirect_replacement",
        "holderChanged,EndEvent_RedirectChange,renewal_redirect_change",
        "tooLate,EndEvent_RedirectIssuance,renewal_redirect_issuance",
        "tooEarly,EndEvent_TooEarly,renewal_too_early"
    })
    void whatCannotBeRenewedIsToldAtOnce(String fact, String end, String message) {
        house.facts.holding.add(fact);
        renewal().endsAt(end);
        assertThat(house.calls).containsExactly("message " + message);
    }

    @Test
    void waitsForTheOpeningBeforeTheKeyIsWritten() {
        house.facts.holding.addAll(List.of("bidOpen", "bidBeforeEnd"));
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").isAt("Task_AwaitBidOpening");
        house.facts.holding.remove("bidOpen");
        write(walk.timer("Event_BidOpened")).endsAt("EndEvent_Completed");
    }

    @Test
    void rejectedBeforeAnythingWasPaid() {
        renewal().complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Rejected");
        assertThat(house.calls).doesNotContain("refundDelegate");
    }

    @Test
    void rejectedAfterPaymentIsRefunded() {
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "REJECT").endsAt("EndEvent_Refunded");
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_REVIEW", "AFTER_REVIEW"})
    void neverPaid(String timing) {
        OrderWalk walk = renewal("payTiming", timing);
        if (timing.equals("AFTER_REVIEW")) {
            walk.complete("Task_ReviewApplication", "decision", "APPROVE");
        }
        walk.timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
    }

    @Test
    void correctionOrStampNeverCame() {
        renewal()
                .complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
        house.facts.holding.add("stampMissing");
        renewal().timer("Event_StampLimit").endsAt("EndEvent_Expired");
    }

    @Test
    void notReleasedAndGivenUp() {
        house.refuseOnce("releaseRenewalDelegate", "UKEY_NOT_USABLE");
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_HandleRelease", "decision", "ABORT")
                .endsAt("EndEvent_Refunded");
    }

    @Test
    void cancelledAfterPayment() {
        OrderWalk walk = renewal("payTiming", "BEFORE_REVIEW");
        pay(walk);
        walk.message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
        assertThat(house.calls).endsWith("refundDelegate", "message refunded", "message cancelled");
    }

    private static OrderWalk renewal(Object... changes) {
        OrderWalk walk = OrderWalk.of("line", "renewal", "writeMode", "SELF_ONLINE", "deliveryMode", "NONE");
        return walk.with(changes).start("renewal");
    }

    private void pay(OrderWalk walk) {
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived");
    }

    private static OrderWalk write(OrderWalk walk) {
        return walk.complete("Task_WriteOwnKey", "keySerial", "SN1").complete("Task_TestStamp");
    }
}
