package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LossReportPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("loss-report");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void theOwnersReportSuspendsFirstAndIsConfirmedAfterwards() {
        OrderWalk walk = OrderWalk.of().start("loss-report").isAt("Task_ConfirmLoss");
        assertThat(house.calls)
                .containsExactlyInAnyOrder(
                        "applyEffectDelegate",
                        "tellKeyStateDelegate",
                        "message loss_suspended",
                        "message loss_suspended_legal");
        walk.complete("Task_ConfirmLoss", "decision", "APPROVE").endsAt("EndEvent_Confirmed");
    }

    @Test
    void aCallerIsIdentifiedFirst() {
        house.facts.holding.add("typedIn");
        OrderWalk walk = OrderWalk.of().start("loss-report").isAt("Task_IdentifyCaller");
        assertThat(house.calls).isEmpty();
        walk.timer("Event_IdentifyOverdue").isAt("Task_IdentifyCaller");
        assertThat(house.calls).containsExactly("escalateDelegate");
        walk.complete("Task_IdentifyCaller", "decision", "APPROVE")
                .timer("Event_ConfirmOverdue")
                .complete("Task_ConfirmLoss", "decision", "APPROVE")
                .endsAt("EndEvent_Confirmed");
    }

    @Test
    void aCallerWhoIsSomebodyElseSuspendsNothing() {
        house.facts.holding.add("typedIn");
        OrderWalk.of()
                .start("loss-report")
                .complete("Task_IdentifyCaller", "decision", "REJECT")
                .endsAt("EndEvent_NotIdentified");
        assertThat(house.calls).isEmpty();
    }

    @Test
    void aFalseReportIsDenied() {
        OrderWalk.of()
                .start("loss-report")
                .complete("Task_ConfirmLoss", "decision", "REJECT")
                .endsAt("EndEvent_Denied");
    }

    @Test
    void whatTheMachinesDoNotSuspendPeopleDo() {
        house.failOnce("applyEffectDelegate");
        OrderWalk walk = OrderWalk.of();
        assertThatThrownBy(() -> walk.start("loss-report")).hasMessageContaining("down");
        walk.timer("Event_SuspendOverdue").isAt("Task_SuspendByHand");
        walk.complete("Task_SuspendByHand").isAt("Task_ConfirmLoss");
        assertThat(house.calls.stream().filter("tellKeyStateDelegate"::equals)).hasSizeGreaterThanOrEqualTo(1);
    }
}
