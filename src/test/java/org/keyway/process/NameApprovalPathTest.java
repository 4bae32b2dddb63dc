package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NameApprovalPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("name-approval");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void aChangeWithoutANewNameGoesOn() {
        OrderWalk.of().start("name-approval").endsAt("EndEvent_NameApproved");
        assertThat(house.calls).isEmpty();
    }

    @Test
    void aNewNameWaitsForTheCreditLibrary() {
        OrderWalk walk = waiting();
        assertThat(house.calls).containsExactly("message name_approval_needed");
        walk.isAt().message("Message_CreditApproved").endsAt("EndEvent_NameApproved");
    }

    @Test
    void theApplicantIsRemindedAndStillWaits() {
        OrderWalk walk = waiting().timer("Event_CreditReminder");
        assertThat(house.calls).containsExactly("message name_approval_needed", "message name_approval_needed");
        walk.message("Message_CreditApproved").endsAt("EndEvent_NameApproved");
        walk.endsAt("EndEvent_NameReminded");
    }

    @Test
    void aSupervisorMayVerifyTheNameByHand() {
        waiting()
                .timer("Event_CreditLimit")
                .complete("Task_HandleException", "decision", "APPROVE")
                .endsAt("EndEvent_NameApproved");
    }

    @Test
    void aSupervisorMayWaitOn() {
        waiting()
                .timer("Event_CreditLimit")
                .complete("Task_HandleException", "decision", "RETRY")
                .isAt()
                .message("Message_CreditApproved")
                .endsAt("EndEvent_NameApproved");
    }

    @Test
    void aNameThatNobodyWantsAnyMoreEndsTheChange() {
        waiting().timer("Event_CreditLimit").complete("Task_HandleException", "decision", "ABORT");
        assertThat(house.calls).endsWith("message name_approval_refused");
    }

    private OrderWalk waiting() {
        house.facts.holding.add("nameOpen");
        return OrderWalk.of().start("name-approval");
    }
}
