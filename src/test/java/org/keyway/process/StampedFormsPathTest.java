package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sixth city: stamped papers may follow after submission. */
class StampedFormsPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("stamped-forms");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void nothingMissing() {
        OrderWalk.of().start("stamped-forms").endsAt("EndEvent_StampsComplete");
        assertThat(house.calls).containsExactly("message order_received");
    }

    @Test
    void askedUntilTheyAreThere() {
        house.facts.holding.add("stampMissing");
        OrderWalk walk = OrderWalk.of("region", "330600")
                .start("stamped-forms")
                .complete("Task_UploadStamped")
                .isAt("Task_UploadStamped");
        house.facts.holding.clear();
        walk.complete("Task_UploadStamped").endsAt("EndEvent_StampsComplete");
    }

    @Test
    void neverUploaded() {
        house.facts.holding.add("stampMissing");
        OrderWalk.of("region", "330600")
                .start("stamped-forms")
                .timer("Event_StampLimit")
                .endsAt("EndEvent_StampsExpired");
    }
}
