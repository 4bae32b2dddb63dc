package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BidGuardPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("bid-guard");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void withoutOpenBidsNothingIsAsked() {
        OrderWalk.of().start("bid-guard").endsAt("EndEvent_Clear");
        assertThat(house.calls).isEmpty();
    }

    @Test
    void goesOnByItselfAfterTheOpening() {
        OrderWalk walk = waiting();
        assertThat(house.calls).containsExactly("message bid_wait");
        assertThat(walk.open("Task_AwaitBidOpening").getAssignee()).isEqualTo("zhang");
        house.facts.holding.remove("bidOpen");
        walk.timer("Event_BidOpened").endsAt("EndEvent_Clear");
    }

    @Test
    void anOpeningThatWasPutOffIsWaitedForAnew() {
        OrderWalk walk = waiting().message("Message_BidOpeningChanged").isAt("Task_AwaitBidOpening");
        walk.timer("Event_BidOpened").isAt("Task_AwaitBidOpening");
        house.facts.holding.remove("bidOpen");
        walk.timer("Event_BidOpened").endsAt("EndEvent_Clear");
    }

    @Test
    void consentGoesOnAtOnce() {
        OrderWalk walk = waiting();
        house.facts.holding.remove("bidOpen");
        walk.complete("Task_AwaitBidOpening").endsAt("EndEvent_Clear");
    }

    @Test
    void aCertificateThatEndsBeforeIsTheApplicantsChoice() {
        house.facts.holding.add("bidOpen");
        OrderWalk walk = OrderWalk.of().start("bid-guard").isAt("Task_ConfirmBid");
        assertThat(house.calls).containsExactly("message bid_choice");
        house.facts.holding.add("bidBeforeEnd");
        walk.complete("Task_ConfirmBid").isAt("Task_AwaitBidOpening");
    }

    @Test
    void whoDoesNotAnswerIsCalled() {
        house.facts.holding.add("bidOpen");
        OrderWalk walk = OrderWalk.of().start("bid-guard").timer("Event_NoAnswer");
        walk.isAt("Task_ConfirmBid", "Task_CallBack").completeAny("Task_CallBack");
        house.facts.holding.remove("bidOpen");
        walk.complete("Task_ConfirmBid").endsAt("EndEvent_Clear");
    }

    @Test
    void anAnswerEndsTheCallToo() {
        house.facts.holding.add("bidOpen");
        OrderWalk walk = OrderWalk.of().start("bid-guard").timer("Event_NoAnswer");
        house.facts.holding.remove("bidOpen");
        walk.completeAny("Task_ConfirmBid").endsAt("EndEvent_Clear");
    }

    private OrderWalk waiting() {
        house.facts.holding.addAll(List.of("bidOpen", "bidBeforeEnd"));
        return OrderWalk.of().start("bid-guard").isAt("Task_AwaitBidOpening");
    }
}
