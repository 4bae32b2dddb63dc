package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("review");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void approvedByCustomerService() {
        OrderWalk walk = OrderWalk.of().start("review");
        assertThat(walk.open("Task_ReviewApplication").getDueDate()).isNotNull();
        walk.complete("Task_ReviewApplication", "decision", "APPROVE").endsAt("EndEvent_Approved");
    }

    @Test
    void bigOrdersNeedASecondReview() {
        house.facts.reviewLevel = 2;
        OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .endsAt("EndEvent_Approved");
    }

    @Test
    void secondReviewCanRejectAndReturn() {
        house.facts.reviewLevel = 2;
        OrderWalk walk = OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "RETURN")
                .complete("Task_CorrectApplication")
                .complete("Task_ReviewApplication", "decision", "APPROVE");
        walk.complete("Task_SecondReview", "decision", "REJECT").endsAt("EndEvent_Rejected");
    }

    @Test
    void secondReviewWithoutDecisionIsNoApproval() {
        house.facts.reviewLevel = 2;
        OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview")
                .isAt("Task_CorrectApplication");
    }

    @Test
    void returnedCorrectedAndCheckedAgain() {
        OrderWalk walk = OrderWalk.of().start("review").complete("Task_ReviewApplication", "decision", "RETURN");
        assertThat(walk.open("Task_CorrectApplication").getAssignee()).isEqualTo("zhang");
        walk.complete("Task_CorrectApplication").isAt("Task_ReviewApplication");
        assertThat(house.calls)
                .containsExactly(
                        "precheckDelegate", "recordReturnDelegate", "message review_returned", "precheckDelegate");
    }

    @Test
    void heldAndTakenUpAgain() {
        OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "HOLD")
                .complete("Task_HandleOnHold")
                .isAt("Task_ReviewApplication");
    }

    @Test
    void unknownDecisionHoldsTheOrder() {
        OrderWalk.of().start("review").complete("Task_ReviewApplication").isAt("Task_HandleOnHold");
    }

    @Test
    void rejected() {
        OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
    }

    @Test
    void correctionNeverCame() {
        OrderWalk.of()
                .start("review")
                .complete("Task_ReviewApplication", "decision", "RETURN")
                .timer("Event_CorrectionLimit")
                .endsAt("EndEvent_DocsExpired");
    }

    @Test
    void overdueIsEscalatedAndStillReviewed() {
        OrderWalk.of()
                .start("review")
                .timer("Event_ReviewOverdue")
                .isAt("Task_ReviewApplication")
                .complete("Task_ReviewApplication", "decision", "APPROVE")
                .endsAt("EndEvent_Approved");
        assertThat(ProcessBench.HOUSE.calls).containsExactly("precheckDelegate", "escalateDelegate");
    }
}
