package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LossUnblockPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("loss-unblock");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void foundAndReleased() {
        OrderWalk walk = onHold();
        house.losses.cause = "RELEASE_REQUESTED";
        walk.message("Message_ReleaseRequest");
        reviewed(walk).complete("Task_InsertKey").endsAt("EndEvent_Released");
        assertThat(house.calls).contains("noteCauseDelegate", "releaseHoldDelegate", "message released_legal");
    }

    @Test
    void askedForBeforeAnybodyWaited() {
        house.losses.cause = "RELEASE_REQUESTED";
        house.facts.holding.add("leaving");
        OrderWalk.of()
                .start("loss-unblock")
                .complete("Task_ConfirmLoss", "decision", "APPROVE")
                .isAt("Task_ReviewApplication");
    }

    @Test
    void refusedAndOnHoldAgain() {
        OrderWalk walk = onHold();
        house.losses.cause = "RELEASE_REQUESTED";
        walk.message("Message_ReleaseRequest")
                .complete("Task_ReviewApplication", "decision", "REJECT")
                .isAt();
        walk.message("Message_ReleaseRequest").isAt("Task_ReviewApplication");
    }

    @Test
    void expiredCannotBeReleased() {
        OrderWalk walk = onHold();
        house.losses.cause = "RELEASE_REQUESTED";
        house.facts.holding.add("expired");
        walk.message("Message_ReleaseRequest").isAt("Task_DecideHold");
    }

    @Test
    void replaced() {
        OrderWalk walk = onHold();
        house.losses.cause = "REPLACEMENT_STARTED";
        walk.message("Message_ReplacementStarted");
        house.facts.holding.add("replaced");
        walk.message("Message_ReplacementFinished").endsAt("EndEvent_Replaced");
    }

    @Test
    void theReplacementCameToNothing() {
        OrderWalk walk = onHold();
        house.losses.cause = "REPLACEMENT_STARTED";
        walk.message("Message_ReplacementStarted").message("Message_ReplacementFinished");
        house.losses.cause = "HOLD_LIMIT";
        walk.timer("Event_HoldLimit").isAt("Task_DecideHold");
    }

    @Test
    void extendedOnceThenRevoked() {
        OrderWalk walk = onHold();
        house.losses.cause = "HOLD_LIMIT";
        walk.timer("Event_HoldReminder").timer("Event_HoldReminderLate");
        walk.timer("Event_HoldLimit")
                .complete("Task_DecideHold", "decision", "EXTEND")
                .isAt();
        walk.timer("Event_HoldLimit")
                .complete("Task_DecideHold", "decision", "REVOKE")
                .endsAt("EndEvent_Revoked");
        assertThat(house.calls)
                .contains("message hold_reminder", "message hold_expiring")
                .endsWith("message loss_revoked");
    }

    @Test
    void resumedWhenTheHoldIsOver() {
        OrderWalk walk = onHold();
        house.losses.cause = "HOLD_LIMIT";
        walk.timer("Event_HoldLimit")
                .complete("Task_DecideHold", "decision", "RESUME")
                .endsAt("EndEvent_Released");
    }

    @Test
    void theStatementMayFollow() {
        house.facts.holding.add("statementMissing");
        OrderWalk walk = OrderWalk.of()
                .start("loss-unblock")
                .complete("Task_ConfirmLoss", "decision", "APPROVE")
                .isAt("Task_UploadStatement");
        walk.timer("Event_StatementDue").complete("Task_UploadStatement").isAt();
        assertThat(house.calls).endsWith("message loss_statement_due");
        house.losses.cause = "RELEASE_REQUESTED";
        walk.message("Message_ReleaseRequest").isAt("Task_ReviewApplication");
    }

    @Test
    void aStatementThatNeverCameHoldsNothingUp() {
        house.facts.holding.add("statementMissing");
        OrderWalk walk = OrderWalk.of().start("loss-unblock").complete("Task_ConfirmLoss", "decision", "APPROVE");
        house.losses.cause = "RELEASE_REQUESTED";
        walk.message("Message_ReleaseRequest").isAt("Task_ReviewApplication");
    }

    @Test
    void aFalseReportIsResumed() {
        OrderWalk.of()
                .start("loss-unblock")
                .complete("Task_ConfirmLoss", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
        assertThat(house.calls).contains("releaseHoldDelegate").endsWith("message loss_denied");
    }

    @Test
    void anUnknownCallerChangesNothing() {
        house.facts.holding.add("typedIn");
        OrderWalk.of()
                .start("loss-unblock")
                .complete("Task_IdentifyCaller", "decision", "REJECT")
                .endsAt("EndEvent_Rejected");
        assertThat(house.calls).containsExactly("message loss_denied");
    }

    @Test
    void aReleaseIsHandedToTheLoss() {
        house.facts.holding.add("release");
        OrderWalk.of().start("loss-unblock").endsAt("EndEvent_Routed");
        house.refuseOnce("routeReleaseDelegate", "NO_ACTIVE_LOSS");
        OrderWalk.of().start("loss-unblock").endsAt("EndEvent_NoActiveLoss");
        assertThat(house.calls).endsWith("message no_active_loss");
    }

    private static OrderWalk onHold() {
        return OrderWalk.of()
                .start("loss-unblock")
                .complete("Task_ConfirmLoss", "decision", "APPROVE")
                .isAt();
    }

    private static OrderWalk reviewed(OrderWalk walk) {
        return walk.complete("Task_ReviewApplication", "decision", "APPROVE")
                .complete("Task_SecondReview", "decision", "APPROVE");
    }
}
