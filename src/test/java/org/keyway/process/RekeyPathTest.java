package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RekeyPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("rekey");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void theApplicantWritesTheOldKeyWhoeverElseWritesInThisCity() {
        OrderWalk.of("writeMode", "OPERATOR")
                .start("rekey")
                .complete("Task_WriteOwnKey", "keySerial", "SN1")
                .complete("Task_TestStamp")
                .endsAt("EndEvent_Rekeyed");
        assertThat(house.calls).endsWith("writeKeyDelegate", "testStampDelegate", "applyEffectDelegate");
    }

    @Test
    void aDeadDeviceLeavesTheOldCertificateToItsCaller() {
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        OrderWalk.of()
                .start("rekey")
                .complete("Task_WriteOwnKey", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_DeviceDead");
        assertThat(house.calls).doesNotContain("applyEffectDelegate");
    }
}
