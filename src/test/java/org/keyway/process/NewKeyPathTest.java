package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewKeyPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("new-key");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void operatorsWriteAndMail() {
        OrderWalk.of()
                .start("new-key")
                .complete("Task_WriteKey", "keySerial", "SN2")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .complete("Task_ConfirmReceipt")
                .endsAt("EndEvent_NewKeyReady");
        assertThat(house.calls).startsWith("prepareNewKeyDelegate", "reserveKeyDelegate");
    }

    @Test
    void whereToIsAskedWhenNobodyKnows() {
        house.facts.holding.add("addressMissing");
        OrderWalk.of().start("new-key").complete("Task_FixAddress").isAt("Task_WriteKey");
    }

    @Test
    void aLostParcelIsReplacedByAnotherKey() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_CODE").start("new-key");
        walk.complete("Task_PackParcel", "keySerial", "SN2")
                .message("Message_ParcelLost")
                .complete("Task_PackParcel", "keySerial", "SN3")
                .complete("Task_ConfirmReceipt")
                .complete("Task_WriteOwnKey", "keySerial", "SN3")
                .complete("Task_TestStamp")
                .endsAt("EndEvent_NewKeyReady");
        assertThat(house.calls.stream().filter("reserveKeyDelegate"::equals)).hasSize(2);
    }

    @Test
    void thirdLossIsForTheSupervisor() {
        house.facts.lostParcels = 3;
        OrderWalk.of("writeMode", "SELF_CODE")
                .start("new-key")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .message("Message_ParcelLost")
                .complete("Task_HandleException", "decision", "ABORT")
                .endsAt("EndEvent_NewKeyUndelivered");
    }

    @Test
    void operatorsCannotWriteIt() {
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        OrderWalk.of()
                .start("new-key")
                .complete("Task_WriteKey", "keySerial", "SN2")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_NewKeyFailed");
    }

    @Test
    void theApplicantCannotWriteIt() {
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        OrderWalk.of("writeMode", "SELF_CODE")
                .start("new-key")
                .complete("Task_PackParcel", "keySerial", "SN2")
                .complete("Task_ConfirmReceipt")
                .complete("Task_WriteOwnKey", "keySerial", "SN2")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_NewKeySelfFailed");
    }
}
