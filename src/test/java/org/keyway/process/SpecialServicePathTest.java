package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpecialServicePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("special-service");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void aFreeServiceIsDoneRightAfterTheReview() {
        house.facts.holding.add("free");
        approved().complete("Task_HandleService", "decision", "APPROVE").endsAt("EndEvent_Completed");
        assertThat(house.calls).doesNotContain("demandFeeDelegate").endsWith("message completed");
    }

    @Test
    void aPaidServiceIsDoneAfterThePayment() {
        OrderWalk walk = approved().isAt("Task_Pay");
        pay(walk);
        walk.complete("Task_HandleService", "decision", "APPROVE").endsAt("EndEvent_Completed");
    }

    @Test
    void whatCannotBeDoneIsRefunded() {
        OrderWalk walk = approved();
        pay(walk);
        walk.complete("Task_HandleService", "decision", "ABORT").endsAt("EndEvent_Refunded");
        assertThat(house.calls).contains("refundDelegate");
    }

    @Test
    void whatIsFreeAndCannotBeDoneEndsRejected() {
        house.facts.holding.add("free");
        approved().complete("Task_HandleService", "decision", "ABORT").endsAt("EndEvent_Rejected");
    }

    @Test
    void rejectedByTheReviewer() {
        OrderWalk.of()
                .start("special-service")
                .complete("Task_ReviewApplication", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
    }

    @Test
    void neverCorrected() {
        OrderWalk.of()
                .start("special-service")
                .complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_Expired");
    }

    @Test
    void neverPaid() {
        approved().timer("Event_PaymentLimit").endsAt("EndEvent_Unpaid");
    }

    @Test
    void cancelledByTheApplicant() {
        approved().message("Message_OrderCancelled").endsAt("EndEvent_Cancelled");
    }

    private static OrderWalk approved() {
        return OrderWalk.of().start("special-service").complete("Task_ReviewApplication", "decision", "APPROVE");
    }

    private void pay(OrderWalk walk) {
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived");
    }
}
