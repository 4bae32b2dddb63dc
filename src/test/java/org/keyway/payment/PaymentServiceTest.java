package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.payment.sandbox.SandboxCashier;
import org.keyway.payment.sandbox.SandboxMode;
import org.keyway.shared.Notice;
import org.keyway.shared.Problem;

class PaymentServiceTest {

    private static final String ORDER = "XB20261121000017";
    private static final long FEE = 30000;

    @TempDir
    static Path data;

    private PartnerBench bench;
    private PaymentService payments;
    private SandboxCashier cashier;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data,
                (path, headers, body) ->
                        payments.receive(path.substring(path.lastIndexOf('/') + 1), new Notice(headers, body)),
                "org.keyway.payment");
        payments = bench.bean(PaymentService.class);
        cashier = bench.bean(SandboxCashier.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void aDemandIsPaidOnceAndHeardOnce() {
        Payment payment = demanded();
        assertThat(payments.isDue(ORDER)).isTrue();
        assertThat(payment.cashierUrl()).isEqualTo("/cashier/" + payment.paymentNo());
        assertThat(payment.qrContent()).contains(payment.paymentNo());

        cashier.act(payment.paymentNo(), "PAID", 8, 0, "NONE");

        assertThat(payments.isDue(ORDER)).isFalse();
        assertThat(payments.isPaid(ORDER)).isTrue();
        assertThat(bench.heard(PaymentReceived.class)).containsExactly(new PaymentReceived(ORDER, payment.paymentNo()));
        assertThat(payments.of(ORDER).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(bench.count("select repeats from payment_notice")).isEqualTo(7);
    }

    @Test
    void fiftyNoticesAtOnceAreOneCapture() throws Exception {
        Payment payment = demanded();
        atOnce(50, () -> {
            cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");
            return 0;
        });
        assertThat(bench.heard(PaymentReceived.class)).hasSize(1);
        assertThat(bench.count("select count(*) from payment_notice")).isEqualTo(1);
        assertThat(bench.count("select repeats from payment_notice")).isEqualTo(49);
    }

    @Test
    void payingTwiceAtOnceIsOneAttempt() throws Exception {
        payments.demand(ORDER, FEE);
        List<String> numbers = atOnce(
                20, () -> payments.pay(ORDER, PaymentMethod.WECHAT, "zhang").paymentNo());
        assertThat(numbers).containsOnly(ORDER + "P01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGNATURE", "AMOUNT", "APP"})
    void aForgedNoticeChangesNothing(String forge) {
        Payment payment = demanded();
        cashier.act(payment.paymentNo(), "PAID", 2, 0, forge);
        assertThat(payments.of(ORDER).orElseThrow().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(bench.heard(PaymentReceived.class)).isEmpty();
        assertThat(bench.jdbc
                        .sql("select outcome from payment_notice")
                        .query(String.class)
                        .list())
                .containsExactly("REFUSED_" + forge);

        cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(payments.isPaid(ORDER)).isTrue();
    }

    @Test
    void partsGoBackOnceEachAndTheRestIsWhatIsLeft() {
        Payment payment = demanded();
        cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");
        long part = FEE / 3;
        for (int repeat = 0; repeat < 2; repeat++) {
            payments.refundPart(ORDER, part, "KEY_GIVEN_UP:1");
        }
        assertThat(payments.of(ORDER).orElseThrow().refundedCents()).isEqualTo(part);
        assertThat(payments.isPaid(ORDER)).isTrue();
        payments.refundPart(ORDER, part, "KEY_GIVEN_UP:2");
        assertThat(payments.refundCents(ORDER, "KEY_GIVEN_UP:2")).isEqualTo(part);
        payments.refund(ORDER, 100, "UKEY_WRITE_FAILED");
        assertThat(payments.of(ORDER).orElseThrow().refundedCents()).isEqualTo(FEE);
        assertThat(payments.of(ORDER).orElseThrow().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.refundPart(ORDER, part, "KEY_GIVEN_UP:3")).isEqualTo(RefundStatus.NOTHING);
    }

    @Test
    void moneyForAClosedOrderGoesBackByItself() {
        Payment payment = demanded();
        payments.close(ORDER);
        cashier.act(payment.paymentNo(), "PAID", 3, 0, "NONE");
        assertThat(bench.heard(LatePayment.class)).hasSize(1);
        assertThat(bench.heard(PaymentReceived.class)).isEmpty();
        assertThat(bench.heard(RefundCompleted.class))
                .containsExactly(new RefundCompleted(ORDER, FEE, "LATE-" + payment.paymentNo()));
        assertThat(payments.isPaid(ORDER)).isFalse();
        assertThat(bench.count("select count(*) from sandbox_refund")).isEqualTo(1);
    }

    @Test
    void payingByTwoMethodsKeepsOneAndGivesTheOtherBack() {
        Payment first = demanded();
        Payment second = payments.pay(ORDER, PaymentMethod.WECHAT, "zhang");
        cashier.act(first.paymentNo(), "PAID", 1, 0, "NONE");
        cashier.act(second.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(bench.heard(PaymentReceived.class)).hasSize(1);
        assertThat(payments.find(second.paymentNo()).orElseThrow().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.isPaid(ORDER)).isTrue();
    }

    @Test
    void aRefundIsOncePerReasonAndExactToTheCent() {
        Payment payment = demanded(9999);
        cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(payments.refund(ORDER, 50, "REJECTED")).isEqualTo(RefundStatus.DONE);
        assertThat(payments.refund(ORDER, 50, "REJECTED")).isEqualTo(RefundStatus.DONE);
        PaymentView view = payments.of(ORDER).orElseThrow();
        assertThat(view.refundedCents()).isEqualTo(5000);
        assertThat(view.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
        assertThat(bench.heard(RefundCompleted.class)).hasSize(1);
        assertThat(payments.refund(ORDER, 100, "MORE")).isEqualTo(RefundStatus.DONE);
        assertThat(payments.of(ORDER).orElseThrow().refundedCents()).isEqualTo(9999);
        assertThat(payments.refund(ORDER, 100, "STILL_MORE")).isEqualTo(RefundStatus.NOTHING);
    }

    @Test
    void whereNothingWasPaidNothingGoesBack() {
        demanded();
        assertThat(payments.refund(ORDER, 100, "CANCELLED")).isEqualTo(RefundStatus.NOTHING);
        assertThat(payments.refund("XB20261121000018", 100, "CANCELLED")).isEqualTo(RefundStatus.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "ERROR", "GARBAGE"})
    void aProviderThatIsDownDoublesNothing(String bad) {
        SandboxMode mode = bench.bean(SandboxMode.class);
        payments.demand(ORDER, FEE);
        mode.setMode("payment", bad);
        assertThatThrownBy(() -> payments.pay(ORDER, PaymentMethod.ALIPAY, "zhang"))
                .isInstanceOf(GatewayFailure.class);
        mode.setMode("payment", "UP");
        Payment payment = payments.pay(ORDER, PaymentMethod.ALIPAY, "zhang");
        assertThat(payments.attempts(ORDER)).hasSize(1);
        cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");

        mode.setMode("payment", bad);
        assertThatThrownBy(() -> payments.refund(ORDER, 100, "REJECTED")).isInstanceOf(GatewayFailure.class);
        mode.setMode("payment", "UP");
        assertThat(payments.refund(ORDER, 100, "REJECTED")).isEqualTo(RefundStatus.DONE);
        assertThat(bench.count("select sum(amount_cents) from sandbox_refund")).isEqualTo(FEE);
        assertThat(payments.of(ORDER).orElseThrow().refundedCents()).isEqualTo(FEE);
    }

    @Test
    void aLostNoticeIsAskedForAfterTwoMinutes() {
        Payment payment = demanded();
        SandboxMode mode = bench.bean(SandboxMode.class);
        mode.setMode("payment", "ERROR");
        cashier.act(payment.paymentNo(), "PAID", 1, 0, "NONE");
        mode.setMode("payment", "UP");
        payments.reconcileOpen();
        assertThat(payments.isPaid(ORDER)).isFalse();
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        payments.reconcileOpen();
        assertThat(payments.isPaid(ORDER)).isTrue();
        assertThat(bench.heard(PaymentReceived.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = PaymentMethod.class, names = "BANK_TRANSFER", mode = EnumSource.Mode.EXCLUDE)
    void theSandboxCarriesEveryMethodButTransfer(PaymentMethod method) {
        payments.demand(ORDER, FEE);
        assertThat(payments.pay(ORDER, method, "zhang").provider()).isEqualTo("sandbox");
    }

    @Test
    void refusalsAreProblems() {
        assertRefused(PaymentMethod.ALIPAY, "payment.nothing-due");
        payments.demand(ORDER, 0);
        assertRefused(PaymentMethod.ALIPAY, "payment.nothing-due");
        payments.demand(ORDER, FEE);
        payments.close(ORDER);
        assertRefused(PaymentMethod.ALIPAY, "payment.closed");
        cashier.act(demanded().paymentNo(), "PAID", 1, 0, "NONE");
        assertRefused(PaymentMethod.ALIPAY, "payment.already-paid");
    }

    @Test
    void aRefusedAttemptMayBeTriedAgain() {
        Payment first = demanded();
        cashier.act(first.paymentNo(), "REFUSED", 1, 0, "NONE");
        assertThat(payments.find(first.paymentNo()).orElseThrow().status()).isEqualTo(PaymentStatus.REFUSED);
        Payment second = payments.pay(ORDER, PaymentMethod.ALIPAY, "zhang");
        assertThat(second.paymentNo()).isNotEqualTo(first.paymentNo());
    }

    @Test
    void anUnknownProviderIsNotHeard() {
        assertThat(payments.receive("nobody", new Notice(java.util.Map.of(), new byte[0]))
                        .status())
                .isEqualTo(404);
    }

    private void assertRefused(PaymentMethod method, String code) {
        assertThatThrownBy(() -> payments.pay(ORDER, method, "zhang"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private Payment demanded() {
        return demanded(FEE);
    }

    private Payment demanded(long cents) {
        payments.demand(ORDER, cents);
        Payment payment = payments.pay(ORDER, PaymentMethod.ALIPAY, "zhang");
        assertThat(payments.pay(ORDER, PaymentMethod.ALIPAY, "zhang")).isEqualTo(payment);
        return payment;
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running =
                    pool.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList());
            return running.stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            // what a thread threw fails the test
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }
}
