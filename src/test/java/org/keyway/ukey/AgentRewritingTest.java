package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.certificate.CertificateState;
import org.keyway.shared.Problem;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobChannel;
import org.keyway.ukey.job.JobRunner;
import org.keyway.ukey.job.JobStep;

/** A key in use that an agent elsewhere writes anew with a pass: death at every point, and what is refused. */
class AgentRewritingTest extends AgentBench {

    private static AgentJobs jobs;

    @BeforeAll
    static void take() {
        jobs = desk.get(AgentJobs.class);
    }

    static Stream<Arguments> kinds() {
        return Stream.concat(
                Stream.of(Arguments.of(WriteKind.MODIFY, true)),
                Stream.of(WriteKind.RENEW, WriteKind.REKEY, WriteKind.RESEAL)
                        .flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true))));
    }

    @ParameterizedTest(name = "{0}, after the effect: {1}")
    @MethodSource("kinds")
    void everyPointResumesToOnePair(WriteKind kind, boolean afterEffect) {
        KeyInUse key = KeyInUse.of(desk);
        char[] pin = key.pin();
        int point = 0;
        boolean died = true;
        while (died) {
            point++;
            WriteOrder order = key.awaits(kind);
            CRASH.at(point, afterEffect);
            died = dies(order, pin);
            CRASH.never();
            assertThat(run(order, pin).step()).isEqualTo(JobStep.DONE);
            assertOnePair(order, point);
        }
        assertThat(point).as("points tried").isGreaterThan(kind.certifies() ? 20 : 12);
    }

    @Test
    void aWrongPinIsFoundBeforeTheServerHearsAnything() {
        KeyInUse key = KeyInUse.of(desk);
        WriteOrder order = key.awaits(WriteKind.RENEW);
        assertThatThrownBy(() -> run(order, "wrong-pin".toCharArray()))
                .isInstanceOfSatisfying(TokenException.class, wrong -> assertThat(wrong.triesLeft())
                        .isEqualTo(5));
        assertThat(desk.count("key_writing_job where order_no = '" + order.orderNo() + "'"))
                .isZero();
        assertThat(desk.get(AwaitedOrders.class).started).doesNotContain(order.orderNo());
    }

    @Test
    void aPassIsForOneKeyOneOrderAndHalfAnHour() {
        KeyInUse key = KeyInUse.of(desk);
        KeyInUse other = KeyInUse.of(desk);
        WriteOrder order = key.awaits(WriteKind.RENEW);
        String pass = jobs.pass(order.orderNo(), key.serial());
        assertThat(jobs.offered(key.serial(), pass)).containsExactly(AgentJob.of(order));
        String foreign = jobs.pass(other.awaits(WriteKind.RENEW).orderNo(), other.serial());
        for (String wrong : new String[] {"", "12345678", foreign, pass.replace(pass.substring(0, 10), "9999999999")}) {
            refused("ukey.pass.wrong", () -> jobs.offered(key.serial(), wrong));
        }
        refused("ukey.serial.mismatch", () -> jobs.pass(order.orderNo(), other.serial()));
        refused("ukey.serial.mismatch", () -> jobs.pass(order.orderNo(), "KW99999999999"));
        desk.house.clock.advance(Duration.ofMinutes(31));
        refused("ukey.pass.expired", () -> jobs.offered(key.serial(), pass));
        assertThat(run(order, key.pin()).step()).isEqualTo(JobStep.DONE);
        conflict("ukey.job.none", () -> jobs.pass(order.orderNo(), key.serial()));
    }

    @Test
    void aBlankKeyAndALockedOneGetNoPass() {
        WriteOrder blank = desk.reserved();
        desk.get(AwaitedOrders.class).await(blank);
        refused("ukey.code.missing", () -> jobs.pass(blank.orderNo(), blank.serial()));
        KeyInUse key = KeyInUse.of(desk);
        WriteOrder order = key.awaits(WriteKind.RENEW);
        desk.get(LockReading.class).refresh(key.serial(), true);
        conflict("ukey.status.PIN_LOCKED.refuses", () -> jobs.pass(order.orderNo(), key.serial()));
    }

    private static Instruction run(WriteOrder order, char[] pin) {
        String pass = jobs.pass(order.orderNo(), order.serial());
        try (Token token = plugged.open(order.serial())) {
            JobChannel wire = CRASH.wrap(
                    JobChannel.class, (JobChannel) report -> jobs.report(order.orderNo() + "-0", pass, report));
            return new JobRunner(token, wire, pin).opened().run();
        }
    }

    private static boolean dies(WriteOrder order, char[] pin) {
        try {
            run(order, pin);
            desk.get(AwaitedOrders.class).await(order);
            return false;
        } catch (Crash.Killed killed) {
            desk.get(AwaitedOrders.class).await(order);
            return true;
        }
    }

    private static void assertOnePair(WriteOrder order, int point) {
        String where = " where order_no = '" + order.orderNo() + "'";
        int made = order.kind().certifies() ? 2 : 0;
        assertThat(desk.count("certificate_intent" + where))
                .as("point %d", point)
                .isEqualTo(made);
        assertThat(desk.certificates().of(order.orderNo()))
                .hasSize(made)
                .allMatch(each -> each.state() == CertificateState.ACTIVE);
        assertThat(desk.count("key_seal" + where)).isOne();
        assertThat(desk.house.heard().stream()
                        .filter(event -> event.equals(new KeyWritten(order.orderNo(), 0, order.serial()))))
                .as("told once")
                .hasSize(1);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().get(0).code())
                .isEqualTo(code));
    }

    private static void conflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
