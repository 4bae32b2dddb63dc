package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentityCheckPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("identity-check");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void anotherCodeAndConfirmed() {
        house.facts.holding.add("reservedPhone");
        OrderWalk.of("line", "unlock")
                .start("identity-check")
                .complete("Task_ConfirmIdentity", "decision", "RESEND")
                .complete("Task_ConfirmIdentity", "decision", "APPROVE")
                .endsAt("EndEvent_Confirmed");
        assertThat(house.calls.stream().filter("message identity_code"::equals)).hasSize(2);
    }

    @Test
    void changedPhone() {
        OrderWalk.of("line", "unlock").start("identity-check").endsAt("EndEvent_PhoneChanged");
        assertThat(house.calls).isEmpty();
    }
}
