package org.keyway.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnlockAppointmentPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("unlock-appointment");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void bookedAndMet() {
        start().complete("Task_BookUnlock").complete("Task_RemoteUnlock").endsAt("EndEvent_Met");
    }

    @Test
    void anAppointmentThatStandsIsKept() {
        house.facts.holding.add("booked");
        start().complete("Task_RemoteUnlock").endsAt("EndEvent_Met");
    }

    @Test
    void missedAppointmentsAreMadeAnewSoManyTimes() {
        house.facts.holding.add("mayRebook");
        OrderWalk walk =
                start().complete("Task_BookUnlock").timer("Event_NoShow").isAt("Task_BookUnlock");
        house.facts.holding.clear();
        walk.complete("Task_BookUnlock").timer("Event_NoShow").endsAt("EndEvent_AppointmentMissed");
    }

    @Test
    void neverBooked() {
        start().timer("Event_NotBooked").endsAt("EndEvent_AppointmentMissed");
    }

    private OrderWalk start() {
        return OrderWalk.of("line", "unlock").start("unlock-appointment");
    }
}
