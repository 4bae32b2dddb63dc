package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyReservationPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("key-reservation");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void reservedAtOnce() {
        OrderWalk.of().start("key-reservation").endsAt("EndEvent_Reserved");
    }

    @Test
    void waitsForTheBatchOfTheNextDay() {
        OrderWalk walk = OrderWalk.of("batchMode", "NEXT_DAY").start("key-reservation");
        assertThat(house.calls).isEmpty();
        walk.message("Message_BatchRelease").endsAt("EndEvent_Reserved");
    }

    @Test
    void releasedOnceIsReleasedForGood() {
        house.facts.holding.add("released");
        OrderWalk.of("batchMode", "NEXT_DAY").start("key-reservation").endsAt("EndEvent_Reserved");
    }

    @Test
    void emptyStockIsFilledAndAskedAgain() {
        house.refuseOnce("reserveKeyDelegate", "OUT_OF_STOCK");
        OrderWalk.of().start("key-reservation").complete("Task_Restock").endsAt("EndEvent_Reserved");
    }
}
