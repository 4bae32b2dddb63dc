package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RenewalReleasePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("renewal-release");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void releasedAtOnce() {
        OrderWalk.of().start("renewal-release").endsAt("EndEvent_Released");
        assertThat(house.calls).containsExactly("releaseRenewalDelegate");
    }

    @Test
    void waitsForTheBatchThenForTheOpening() {
        house.facts.holding.addAll(List.of("bidOpen", "bidBeforeEnd"));
        OrderWalk walk =
                OrderWalk.of("batchMode", "NEXT_DAY").start("renewal-release").isAt();
        walk.message("Message_BatchRelease").isAt("Task_AwaitBidOpening");
        house.facts.holding.remove("bidOpen");
        walk.timer("Event_BidOpened").endsAt("EndEvent_Released");
    }

    @Test
    void aKeyThatIsNotReadyIsTheSupervisorsAffair() {
        house.refuseOnce("releaseRenewalDelegate", "UKEY_NOT_USABLE");
        OrderWalk walk = OrderWalk.of().start("renewal-release").isAt("Task_HandleRelease");
        walk.complete("Task_HandleRelease", "decision", "RETRY").endsAt("EndEvent_Released");
    }

    @Test
    void whatIsNotReleasedInTimeIsTheSupervisorsAffairToo() {
        house.breakOnce("releaseRenewalDelegate");
        OrderWalk walk = OrderWalk.of().startStuck("renewal-release");
        walk.timer("Event_ReleaseOverdue").isAt("Task_HandleRelease");
        walk.complete("Task_HandleRelease", "decision", "RETRY").endsAt("EndEvent_Released");
    }

    @Test
    void givenUp() {
        house.refuseOnce("releaseRenewalDelegate", "UKEY_NOT_USABLE");
        OrderWalk.of()
                .start("renewal-release")
                .complete("Task_HandleRelease", "decision", "ABORT")
                .endsAt("EndEvent_ReleaseAborted");
    }
}
