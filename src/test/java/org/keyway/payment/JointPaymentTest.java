package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.payment.sandbox.SandboxCashier;
import org.keyway.payment.sandbox.SandboxMode;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;

/** One payment for the orders of several organisations, to the cent in each. */
class JointPaymentTest {

    private static final String FIRST = "XB20261121000017";
    private static final String SECOND = "XQ20261121000003";
    private static final String THIRD = "XB20261121000018";
    private static final List<String> ALL = List.of(SECOND, FIRST, THIRD);

    @TempDir
    static Path data;

    private PartnerBench bench;
    private PaymentService payments;
    private JointPayments joints;
    private RemittanceDesk remittances;
    private SandboxCashier cashier;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(data, this::receive, "org.keyway.payment");
        payments = bench.bean(PaymentService.class);
        joints = bench.bean(JointPayments.class);
        remittances = bench.bean(RemittanceDesk.class);
        cashier = bench.bean(SandboxCashier.class);
        payments.demand(FIRST, 30001);
        payments.demand(SECOND, 10000);
        payments.demand(THIRD, 5);
    }

    private NoticeAnswer receive(String path, java.util.Map<String, String> headers, byte[] body) {
        return payments.receive(path.substring(path.lastIndexOf('/') + 1), new Notice(headers, body));
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void oneTradeSettlesEachOrderToTheCent() {
        Payment joint = joints.pay(ALL, PaymentMethod.WECHAT, "zhang");
        assertThat(joint.paymentNo()).matches("HB\\d{14}P01");
        assertThat(joint.amountCents()).isEqualTo(40006);
        assertThat(joints.pay(List.of(FIRST, SECOND, THIRD, FIRST), PaymentMethod.WECHAT, "zhang"))
                .isEqualTo(joint);

        cashier.act(joint.paymentNo(), "PAID", 5, 0, "NONE");

        assertThat(bench.heard(PaymentReceived.class))
                .extracting(PaymentReceived::orderNo)
                .containsExactly(FIRST, THIRD, SECOND);
        assertThat(payments.of(FIRST).orElseThrow().amountCents()).isEqualTo(30001);
        assertThat(payments.of(THIRD).orElseThrow().amountCents()).isEqualTo(5);
        assertThat(payments.of(SECOND).orElseThrow().jointNo()).isEqualTo(joint.paymentNo());
        assertThat(ALL).allMatch(payments::isPaid);
        assertThat(bench.count("select count(*) from sandbox_payment")).isEqualTo(1);
        assertThat(bench.count("select repeats from payment_notice")).isEqualTo(4);
        assertThat(joints.numbers(ALL)).hasSize(3).containsEntry(FIRST, joint.paymentNo());
    }

    @Test
    void aRefundTakesTheOrdersOwnShareOnly() {
        Payment joint = paid();
        assertThat(payments.refund(FIRST, 50, "CANCELLED")).isEqualTo(RefundStatus.DONE);
        payments.refund(FIRST, 100, "REJECTED");
        payments.refund(THIRD, 100, "REJECTED");
        assertThat(payments.of(FIRST).orElseThrow().refundedCents()).isEqualTo(30001);
        assertThat(payments.isPaid(FIRST)).isFalse();
        assertThat(payments.of(SECOND).orElseThrow().refundedCents()).isZero();
        assertThat(payments.isPaid(SECOND)).isTrue();
        assertThat(bench.count(
                        "select sum(amount_cents) from sandbox_refund where payment_no = '" + joint.paymentNo() + "'"))
                .isEqualTo(30006);
    }

    @Test
    void anOrderThatLeavesGetsItsShareBackAndTheOthersAreSettled() {
        Payment joint = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        payments.close(SECOND);
        cashier.act(joint.paymentNo(), "PAID", 2, 0, "NONE");
        assertThat(bench.heard(PaymentReceived.class))
                .extracting(PaymentReceived::orderNo)
                .containsExactly(FIRST, THIRD);
        assertThat(bench.heard(LatePayment.class)).containsExactly(new LatePayment(SECOND));
        assertThat(bench.heard(RefundCompleted.class))
                .extracting(RefundCompleted::orderNo, RefundCompleted::cents)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(SECOND, 10000L));
        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(payments.isPaid(SECOND)).isFalse();
    }

    @Test
    void whatLostAnOrderIsShutAtTheProviderAndTheRestIsPaidAnew() {
        Payment joint = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        Payment alone = payments.pay(SECOND, PaymentMethod.ALIPAY, "zhang");
        cashier.act(alone.paymentNo(), "PAID", 1, 0, "NONE");
        assertThatThrownBy(() -> joints.pay(ALL, PaymentMethod.ALIPAY, "zhang"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .extracting(FieldError::code)
                        .containsExactly("payment.joint-not-due"));
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        assertThat(payments.find(joint.paymentNo()).orElseThrow().status()).isEqualTo(PaymentStatus.CLOSED);

        Payment again = joints.pay(List.of(FIRST, THIRD), PaymentMethod.ALIPAY, "zhang");
        assertThat(again.amountCents()).isEqualTo(30006);
        cashier.act(again.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(ALL).allMatch(payments::isPaid);
        assertThat(bench.heard(LatePayment.class)).isEmpty();
    }

    @Test
    void moneyThatWasOnItsWayWhenTheAttemptWasShutPaysForTheOrdersThatStillOweIt() {
        Payment joint = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        payments.close(SECOND);
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        payments.demand(THIRD, 7);
        cashier.act(joint.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(payments.isDue(THIRD)).isTrue();
        assertThat(bench.count("select sum(amount_cents) from sandbox_refund")).isEqualTo(10005);
    }

    @Test
    void moneyForAnAttemptThatWasReplacedGoesBackWhole() {
        Payment first = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        Payment second = joints.pay(ALL, PaymentMethod.WECHAT, "zhang");
        cashier.act(second.paymentNo(), "PAID", 1, 0, "NONE");
        cashier.act(first.paymentNo(), "PAID", 1, 0, "NONE");
        assertThat(bench.heard(PaymentReceived.class)).hasSize(3);
        assertThat(bench.count("select sum(amount_cents) from sandbox_refund")).isEqualTo(40006);
        assertThat(ALL).allMatch(payments::isPaid);
    }

    @Test
    void twentyClicksAtOnceAreOneAttemptAndAForgedNoticeChangesNothing() throws Exception {
        List<String> numbers = PaymentServiceTest.atOnce(
                20, () -> joints.pay(ALL, PaymentMethod.ALIPAY, "zhang").paymentNo());
        assertThat(numbers).containsOnly(numbers.get(0));
        for (String forge : List.of("SIGNATURE", "AMOUNT", "APP")) {
            cashier.act(numbers.get(0), "PAID", 1, 0, forge);
        }
        assertThat(ALL).noneMatch(payments::isPaid);
        cashier.act(numbers.get(0), "REFUSED", 1, 0, "NONE");
        assertThat(payments.of(FIRST).orElseThrow().status()).isEqualTo(PaymentStatus.REFUSED);
    }

    @Test
    void aLostNoticeIsAskedForAndTheBillAgrees() {
        Payment joint = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        bench.bean(SandboxMode.class).setMode("payment", "ERROR");
        cashier.act(joint.paymentNo(), "PAID", 1, 0, "NONE");
        bench.bean(SandboxMode.class).setMode("payment", "UP");
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        assertThat(ALL).allMatch(payments::isPaid);
        payments.refund(SECOND, 100, "REJECTED");
        BillCheck bills = bench.bean(BillCheck.class);
        bills.compare(LocalDate.ofInstant(bench.clock.instant(), KeywayClock.ZONE));
        assertThat(bills.open()).isEmpty();
    }

    @Test
    void oneTransferWithOneRemarkPaysAll() {
        joints.pay(ALL, PaymentMethod.BANK_TRANSFER, "zhang");
        String remark = remittances.of(FIRST).orElseThrow().remarkCode();
        assertThat(remark).matches("HB\\d{14}");
        assertThat(remittances.of(SECOND).orElseThrow().remarkCode()).isEqualTo(remark);
        assertThat(remittances.alongside(FIRST)).containsExactly(THIRD, SECOND);
        remittances.submit(FIRST, "zhang");
        payments.close(THIRD);
        remittances.match(FIRST, "wang");
        remittances.book(FIRST);
        remittances.book(FIRST);
        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(payments.isPaid(SECOND)).isTrue();
        assertThat(payments.isPaid(THIRD)).isFalse();
        assertThat(bench.heard(LatePayment.class)).containsExactly(new LatePayment(THIRD));
    }

    @Test
    void aTransferIsWaitedForAsLongAsOneOfItsOrdersIs() {
        Payment joint = joints.pay(ALL, PaymentMethod.BANK_TRANSFER, "zhang");
        payments.close(FIRST);
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        assertThat(payments.find(joint.paymentNo()).orElseThrow().status()).isEqualTo(PaymentStatus.PENDING);
        payments.close(SECOND);
        payments.close(THIRD);
        bench.clock.advance(Duration.ofMinutes(3));
        payments.reconcileOpen();
        assertThat(payments.find(joint.paymentNo()).orElseThrow().status()).isEqualTo(PaymentStatus.CLOSED);
    }

    @Test
    void oneOrderOrOneThatOwesNothingIsRefusedByName() {
        assertThatThrownBy(() -> joints.pay(List.of(FIRST, FIRST), PaymentMethod.ALIPAY, "zhang"))
                .isInstanceOf(Problem.class);
        payments.pay(SECOND, PaymentMethod.BANK_TRANSFER, "zhang");
        remittances.submit(SECOND, "zhang");
        payments.close(THIRD);
        assertThatThrownBy(() -> joints.pay(ALL, PaymentMethod.ALIPAY, "zhang"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .extracting(each -> each.code() + each.arguments()[0])
                        .containsExactly("payment.joint-not-due" + THIRD, "payment.joint-in-check" + SECOND));
        assertThat(bench.count("select count(*) from payment where joint_no is not null"))
                .isZero();
    }

    private Payment paid() {
        Payment joint = joints.pay(ALL, PaymentMethod.ALIPAY, "zhang");
        cashier.act(joint.paymentNo(), "PAID", 1, 0, "NONE");
        return joint;
    }
}
