package org.keyway.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BindingPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("binding");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void confirmedByTheTradeCenter() {
        OrderWalk.of()
                .start("binding")
                .complete("Task_BindKey")
                .complete("Task_ConfirmBinding", "decision", "APPROVE")
                .endsAt("EndEvent_Bound");
    }

    @Test
    void answeredByTheTradingSystem() {
        OrderWalk walk = OrderWalk.of().start("binding").complete("Task_BindKey");
        house.facts.holding.add("bindingAccepted");
        walk.message("Message_BindingAnswered").endsAt("EndEvent_Bound");
    }

    @Test
    void answeredBeforeAnybodyWaited() {
        house.facts.holding.add("bindingAnswered");
        house.facts.holding.add("bindingAccepted");
        OrderWalk.of().start("binding").complete("Task_BindKey").endsAt("EndEvent_Bound");
    }

    @Test
    void rejectedIsHelpedAndSubmittedAgain() {
        OrderWalk.of()
                .start("binding")
                .complete("Task_BindKey")
                .complete("Task_ConfirmBinding", "decision", "REJECT")
                .complete("Task_Assist", "decision", "RETRY")
                .complete("Task_BindKey")
                .isAt("Task_ConfirmBinding");
    }

    @Test
    void anEarlierApprovalDoesNotCountInTheNextRound() {
        OrderWalk.of("decision", "APPROVE")
                .start("binding")
                .complete("Task_BindKey")
                .message("Message_BindingAnswered")
                .isAt("Task_Assist");
    }
}
