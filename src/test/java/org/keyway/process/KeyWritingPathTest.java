package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWritingPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("key-writing");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void everyKeyGoesItsOwnWay() {
        house.facts.quantity = 2;
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        OrderWalk walk = OrderWalk.of().start("key-writing").isAt("Task_WriteKey", "Task_WriteKey");
        walk.completeAny("Task_WriteKey", "keySerial", "SN1").isAt("Task_Assist", "Task_WriteKey");
        walk.completeAny("Task_WriteKey", "keySerial", "SN2").isAt("Task_Assist");
        assertThat(house.calls).containsExactly("writeKeyDelegate", "writeKeyDelegate", "testStampDelegate");
        walk.complete("Task_Assist", "decision", "RETRY")
                .complete("Task_WriteKey", "keySerial", "SN1")
                .endsAt("EndEvent_AllKeysWritten");
    }

    @Test
    void applicantWritesWithACode() {
        OrderWalk walk = OrderWalk.of("writeMode", "SELF_CODE").start("key-writing");
        assertThat(walk.open("Task_WriteOwnKey").getAssignee()).isEqualTo("zhang");
        walk.complete("Task_WriteOwnKey").complete("Task_TestStamp").endsAt("EndEvent_AllKeysWritten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UKEY_WRITE_FAILED", "UKEY_NOT_BLANK", "UKEY_SERIAL_MISMATCH"})
    void refusedKeyIsTriedAgain(String code) {
        house.refuseOnce("writeKeyDelegate", code);
        OrderWalk walk = OrderWalk.of().start("key-writing").complete("Task_WriteKey", "keySerial", "SN1");
        assertThat(ProcessBench.engine()
                        .getTaskService()
                        .getVariable(walk.open("Task_Assist").getId(), "reason"))
                .isEqualTo(code);
        walk.complete("Task_Assist", "decision", "RETRY")
                .complete("Task_WriteKey", "keySerial", "SN2")
                .endsAt("EndEvent_AllKeysWritten");
    }

    @Test
    void failedTestStampIsWrittenAgain() {
        house.refuseOnce("testStampDelegate", "SEAL_TEST_FAILED");
        OrderWalk.of()
                .start("key-writing")
                .complete("Task_WriteKey", "keySerial", "SN1")
                .complete("Task_Assist", "decision", "RETRY")
                .isAt("Task_WriteKey");
    }

    @Test
    void passingFaultIsWrittenAgainWithoutAnybody() {
        house.facts.retries = 3;
        for (int fault = 0; fault < 3; fault++) {
            house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        }
        OrderWalk.of()
                .start("key-writing")
                .complete("Task_WriteKey", "keySerial", "SN1")
                .endsAt("EndEvent_AllKeysWritten");
        assertThat(house.calls)
                .containsExactly(
                        "writeKeyDelegate",
                        "writeKeyDelegate",
                        "writeKeyDelegate",
                        "writeKeyDelegate",
                        "testStampDelegate");
    }

    @Test
    void lastingFaultGoesToSupportAfterThreeTries() {
        house.facts.retries = 3;
        for (int fault = 0; fault < 4; fault++) {
            house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        }
        OrderWalk.of()
                .start("key-writing")
                .complete("Task_WriteKey", "keySerial", "SN1")
                .isAt("Task_Assist");
        assertThat(house.calls).hasSize(4);
    }

    @Test
    void wrongKeyIsNotTriedAgainByItself() {
        house.facts.retries = 3;
        house.refuseOnce("writeKeyDelegate", "UKEY_NOT_BLANK");
        OrderWalk.of()
                .start("key-writing")
                .complete("Task_WriteKey", "keySerial", "SN1")
                .isAt("Task_Assist");
    }

    @Test
    void oneOfSeveralIsGivenUpAndTheOthersGoOn() {
        house.facts.quantity = 2;
        house.facts.holding.add("otherKeys");
        house.refuseOnce("writeKeyDelegate", "UKEY_WRITE_FAILED");
        OrderWalk walk = OrderWalk.of().start("key-writing");
        walk.completeAny("Task_WriteKey", "keySerial", "SN1").completeAny("Task_Assist", "decision", "ABORT");
        assertThat(house.calls)
                .containsExactly("writeKeyDelegate", "giveUpKeyDelegate", "refundKeyDelegate", "message key_given_up");
        walk.complete("Task_WriteKey", "keySerial", "SN2").endsAt("EndEvent_AllKeysWritten");
    }

    @Test
    void givenUp() {
        OrderWalk.of("writeMode", "SELF_CODE")
                .start("key-writing")
                .timer("Event_SelfWriteLimit")
                .complete("Task_Assist", "decision", "ABORT")
                .endsAt("EndEvent_WritingAborted");
    }
}
