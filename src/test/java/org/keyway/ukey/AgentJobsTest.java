package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.SealState;
import org.keyway.shared.Problem;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobChannel;
import org.keyway.ukey.job.JobRunner;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;

/** A job for an agent elsewhere: what it refuses, and that it survives death and lost answers at every point. */
class AgentJobsTest extends AgentBench {

    private static final String WRONG = "not-a-code";

    private static AgentJobs jobs;

    @BeforeAll
    static void take() {
        jobs = desk.get(AgentJobs.class);
    }

    @ParameterizedTest(name = "after the effect: {0}")
    @ValueSource(booleans = {false, true})
    void everyPointResumesToOnePair(boolean afterEffect) {
        int point = 0;
        boolean died = true;
        while (died) {
            point++;
            WriteOrder order = awaited();
            CRASH.at(point, afterEffect);
            died = dies(order);
            CRASH.never();
            assertThat(run(order).step()).isEqualTo(JobStep.DONE);
            assertThat(run(order).step()).as("asked again").isEqualTo(JobStep.DONE);
            assertOnePair(order, point);
        }
        assertThat(point).as("points tried").isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStep.class,
            names = {"DONE", "REFUSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAnswerThatIsLostIsGivenAgain(JobStep lost) {
        WriteOrder order = awaited();
        JobChannel forgetful = report -> {
            Instruction first = jobs.report(id(order), code(order), report);
            return report.step() == lost ? jobs.report(id(order), code(order), report) : first;
        };
        try (Token token = plugged.open(order.serial())) {
            assertThat(new JobRunner(token, forgetful, new char[0]).run().step())
                    .isEqualTo(JobStep.DONE);
        }
        assertOnePair(order, lost.ordinal());
    }

    @Test
    void aWrongCodeIsCountedAndTheRightOneGivesTheTriesBack() {
        WriteOrder order = awaited();
        refused("ukey.code.wrong", () -> jobs.offered(order.serial(), WRONG));
        refused("ukey.code.wrong", () -> jobs.report(id(order), WRONG, start(order)));
        assertThat(tries(order)).isEqualTo(2);
        assertThat(jobs.offered(order.serial(), code(order)))
                .containsExactly(new AgentJob(id(order), order.orderNo(), 1, order.serial(), WriteKind.ISSUE));
        assertThat(tries(order)).isZero();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> jobs.offered(order.serial(), WRONG)).isInstanceOf(Problem.class);
        }
        refused("ukey.code.locked", () -> jobs.report(id(order), code(order), start(order)));
        assertUntouched(order);
    }

    @Test
    void anExpiredCodeIsRefused() {
        WriteOrder order = awaited();
        desk.house.clock.advance(Duration.ofDays(31));
        refused("ukey.code.expired", () -> jobs.offered(order.serial(), code(order)));
        refused("ukey.code.expired", () -> jobs.report(id(order), code(order), start(order)));
        assertUntouched(order);
    }

    @Test
    void anotherDeviceIsRefused() {
        WriteOrder order = awaited();
        WriteOrder other = awaited();
        refused("ukey.code.wrong", () -> jobs.offered(other.serial(), code(order)));
        refused("ukey.serial.mismatch", () -> jobs.offered("KW99999999999", code(order)));
        conflict("ukey.job.none", () -> jobs.report(id(order), code(order), start(other)));
        conflict("ukey.job.none", () -> jobs.report(id(order), code(order), report(JobStep.START, null)));
        assertUntouched(order);
        assertUntouched(other);
    }

    @Test
    void aKeyThatHoldsSomethingIsRefused() {
        WriteOrder order = awaited();
        try (Token token = plugged.open(order.serial())) {
            token.initialize("somebody else", "so-secret".toCharArray(), "12345678".toCharArray());
        }
        conflict("UKEY_NOT_BLANK", () -> run(order));
        assertUntouched(order);
    }

    @Test
    void anOrderThatDoesNotWaitOffersNothing() {
        WriteOrder order = desk.reserved();
        desk.get(AuthorizationCodes.class).issue(order.orderNo(), 1);
        conflict("ukey.job.none", () -> jobs.offered(order.serial(), code(order)));
        conflict("ukey.job.none", () -> jobs.report(id(order), code(order), start(order)));
        for (String id : new String[] {"", "x", "XB2026-1", order.orderNo() + "-1x"}) {
            assertThatThrownBy(() -> jobs.report(id, code(order), start(order))).isInstanceOf(Problem.class);
        }
    }

    @Test
    void reportsOutOfTurnChangeNothing() {
        WriteOrder order = awaited();
        for (JobStep step : new JobStep[] {JobStep.REQUEST, JobStep.CERTIFY, JobStep.SEAL, JobStep.READ_BACK}) {
            conflict("UKEY_NOT_BLANK", () -> jobs.report(id(order), code(order), report(step, order.serial())));
        }
        assertThat(jobs.report(id(order), code(order), start(order)).step()).isEqualTo(JobStep.INITIALIZE);
        for (JobStep step : new JobStep[] {JobStep.REQUEST, JobStep.CERTIFY, JobStep.SEAL, JobStep.READ_BACK}) {
            assertThat(jobs.report(id(order), code(order), report(step, order.serial()))
                            .step())
                    .isEqualTo(JobStep.INITIALIZE);
        }
        jobs.report(id(order), code(order), report(JobStep.INITIALIZE, order.serial()));
        refused(
                "certificate.csr.unreadable",
                () -> jobs.report(id(order), code(order), report(JobStep.REQUEST, order.serial())));
        assertThat(desk.certificates().of(order.orderNo())).isEmpty();
        assertThat(run(order).step()).isEqualTo(JobStep.DONE);
        assertOnePair(order, 0);
    }

    @Test
    void aReadBackThatDiffersIsNotDone() {
        WriteOrder order = awaited();
        JobChannel lying = report -> jobs.report(
                id(order),
                code(order),
                report.step() == JobStep.READ_BACK
                        ? new Report(
                                report.step(),
                                report.serial(),
                                report.label(),
                                report.state(),
                                report.requests(),
                                report.certificates(),
                                Arrays.copyOf(report.seal(), 100))
                        : report);
        try (Token token = plugged.open(order.serial())) {
            conflict("UKEY_WRITE_FAILED", () -> new JobRunner(token, lying, new char[0]).run());
        }
        assertThat(desk.stock().find(order.serial()).isBlank()).isTrue();
        assertThat(run(order).step()).isEqualTo(JobStep.DONE);
    }

    private static WriteOrder awaited() {
        WriteOrder order = desk.reserved();
        desk.get(AuthorizationCodes.class).issue(order.orderNo(), 1);
        desk.get(AwaitedOrders.class).await(order);
        return order;
    }

    private static Instruction run(WriteOrder order) {
        try (Token token = plugged.open(order.serial())) {
            JobChannel wire =
                    CRASH.wrap(JobChannel.class, (JobChannel) report -> jobs.report(id(order), code(order), report));
            return new JobRunner(token, wire, new char[0]).run();
        }
    }

    private static boolean dies(WriteOrder order) {
        try {
            run(order);
            return false;
        } catch (Crash.Killed killed) {
            return true;
        }
    }

    private static void assertOnePair(WriteOrder order, int point) {
        var key = desk.get(Keys.class).of(order.orderNo()).get(0);
        assertThat(key.state()).as("point %d", point).isEqualTo(KeyStatus.WRITTEN);
        assertThat(key.certificates())
                .as("point %d", point)
                .hasSize(2)
                .allMatch(certificate -> certificate.state() == CertificateState.ACTIVE);
        assertThat(key.seal().state()).isEqualTo(SealState.WRITTEN);
        assertThat(desk.count("certificate_intent where order_no = '" + order.orderNo() + "'"))
                .isEqualTo(2);
        assertThat(desk.count("key_seal where order_no = '" + order.orderNo() + "'"))
                .isOne();
        assertThat(tries(order)).isZero();
        assertThat(desk.house.heard().stream()
                        .filter(event -> event.equals(new KeyWritten(order.orderNo(), 1, order.serial()))))
                .as("told once")
                .hasSize(1);
    }

    private static void assertUntouched(WriteOrder order) {
        assertThat(desk.certificates().of(order.orderNo())).isEmpty();
        assertThat(desk.stock().find(order.serial()).isBlank()).isTrue();
        assertThat(desk.count("key_writing_job where order_no = '" + order.orderNo() + "'"))
                .isZero();
        assertThat(desk.get(AwaitedOrders.class).started).doesNotContain(order.orderNo());
    }

    private static int tries(WriteOrder order) {
        return desk.house
                .jdbc
                .sql("select tries from authorization_code where order_no = ?")
                .param(order.orderNo())
                .query(Integer.class)
                .single();
    }

    private static String id(WriteOrder order) {
        return order.orderNo() + "-1";
    }

    private static String code(WriteOrder order) {
        return desk.get(AuthorizationCodes.class).reveal(order.orderNo(), 1);
    }

    private static Report start(WriteOrder order) {
        return report(JobStep.START, order.serial());
    }

    private static Report report(JobStep step, String serial) {
        return new Report(step, serial, "", TokenInfo.State.BLANK, Map.<KeyUse, byte[]>of(), Map.of(), null);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().get(0).code())
                .isEqualTo(code));
    }

    private static void conflict(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
