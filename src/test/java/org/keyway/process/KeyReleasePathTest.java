package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyReleasePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("key-release");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void reviewedTwiceShownAndTested() {
        OrderWalk walk = asked();
        house.facts.holding.add("usable");
        walk.timer("Event_ReviewOverdue");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .complete("Task_InsertKey")
                .endsAt("EndEvent_Released");
        assertThat(house.calls)
                .containsExactly(
                        "escalateDelegate",
                        "releaseHoldDelegate",
                        "tellKeyStateDelegate",
                        "testStampDelegate",
                        "message released",
                        "message released_legal");
    }

    @Test
    void aKeyThatCanBeReadHereNeedNotBeShown() {
        OrderWalk walk = asked();
        house.facts.holding.add("readable");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .endsAt("EndEvent_Released");
        assertThat(house.calls).contains("releaseHoldDelegate", "message released");
    }

    @Test
    void aKeyThatSignedAtItsHoldersIsNotTestedAgain() {
        OrderWalk walk = asked();
        house.facts.holding.add("usable");
        house.facts.holding.add("proved");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .complete("Task_InsertKey")
                .endsAt("EndEvent_Released");
        assertThat(house.calls).doesNotContain("testStampDelegate").contains("releaseHoldDelegate", "message released");
    }

    @Test
    void resumedByCustomerServiceWithoutReview() {
        house.losses.cause = "HOLD_LIMIT";
        OrderWalk.of().start("key-release").endsAt("EndEvent_Released");
        assertThat(house.calls).doesNotContain("testStampDelegate").contains("releaseHoldDelegate", "message released");
    }

    @Test
    void refusedByTheFirstOrTheSecond() {
        asked().complete("Task_ReviewApplication", "decision", "HOLD")
                .complete("Task_HandleOnHold")
                .complete("Task_ReviewApplication", "decision", "REJECT")
                .endsAt("EndEvent_Refused");
        assertThat(house.calls).containsExactly("message release_refused");
        asked().complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "REJECT")
                .endsAt("EndEvent_Refused");
        assertThat(house.calls).doesNotContain("releaseHoldDelegate");
    }

    @Test
    void aKeyThatIsNeverShownStaysLost() {
        asked().complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .timer("Event_InsertLimit")
                .endsAt("EndEvent_Refused");
        assertThat(house.calls).doesNotContain("releaseHoldDelegate");
    }

    @Test
    void aTestThatFailsIsHelped() {
        OrderWalk walk = asked();
        house.facts.holding.add("usable");
        house.refuseOnce("testStampDelegate", "SEAL_TEST_FAILED");
        house.refuseOnce("testStampDelegate", "SEAL_TEST_FAILED");
        walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE")
                .complete("Task_InsertKey")
                .complete("Task_Assist", "decision", "RETRY")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_Released");
    }

    private OrderWalk asked() {
        house.losses.cause = "RELEASE_REQUESTED";
        return OrderWalk.of().start("key-release").isAt("Task_ReviewApplication");
    }
}
