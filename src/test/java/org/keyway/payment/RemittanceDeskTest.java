package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.Problem;

class RemittanceDeskTest {

    private static final String ORDER = "XB20261121000017";
    private static final long FEE = 30000;

    @TempDir
    static Path data;

    private PartnerBench bench;
    private PaymentService payments;
    private RemittanceDesk remittances;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(data, (path, headers, body) -> NoticeAnswer.unknown(), "org.keyway.payment");
        payments = bench.bean(PaymentService.class);
        remittances = bench.bean(RemittanceDesk.class);
        payments.demand(ORDER, FEE);
        payments.pay(ORDER, PaymentMethod.BANK_TRANSFER, "zhang");
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void theRemarkIsTheOrdersAndChecksItself() {
        assertThat(remittances.of(ORDER).orElseThrow().remarkCode()).matches("XB261121000017\\d{2}");
        assertThat(RemarkCode.of(ORDER)).isNotEqualTo(RemarkCode.of("XB20261121000071"));
        assertThat(remittances.account().orElseThrow().number()).isEqualTo("6200000000000000017");
    }

    @Test
    void shortThenMatchedIsOnePaymentOfTheExactFee() {
        remittances.submit(ORDER, "zhang");
        remittances.sendBack(ORDER, "short", "wang");
        assertThat(remittances.of(ORDER).orElseThrow().reason()).isEqualTo("short");
        assertThat(payments.isPaid(ORDER)).isFalse();
        remittances.submit(ORDER, "zhang");
        remittances.submit(ORDER, "zhang");
        remittances.match(ORDER, "wang");
        assertThat(payments.isPaid(ORDER)).isFalse();

        remittances.book(ORDER);
        remittances.book(ORDER);

        PaymentView paid = payments.of(ORDER).orElseThrow();
        assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
        assertThat(paid.amountCents()).isEqualTo(FEE);
        assertThat(bench.heard(PaymentReceived.class)).hasSize(1);
        assertThat(bench.heard(AuditRecord.class))
                .extracting(AuditRecord::action)
                .containsSubsequence(
                        "remittance.submitted",
                        "remittance.returned",
                        "remittance.submitted",
                        "remittance.matched",
                        "payment.received");
    }

    @Test
    void nothingElseIsPaidWhileFinanceLooks() {
        remittances.submit(ORDER, "zhang");
        assertThatThrownBy(() -> payments.pay(ORDER, PaymentMethod.SANDBOX, "zhang"))
                .isInstanceOf(Problem.class);
        remittances.sendBack(ORDER, "not there", "wang");
        assertThat(payments.pay(ORDER, PaymentMethod.SANDBOX, "zhang").status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void onlyWhatWasHandedInIsDecidedAndOnlyWhatMatchesIsBooked() {
        assertThatThrownBy(() -> remittances.match(ORDER, "wang")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> remittances.book(ORDER)).isInstanceOf(IllegalStateException.class);
        remittances.submit(ORDER, "zhang");
        remittances.match(ORDER, "wang");
        assertThatThrownBy(() -> remittances.sendBack(ORDER, "late", "wang")).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsClosedIsNoLongerWaitedFor() {
        payments.close(ORDER);
        assertThat(remittances.of(ORDER)).isEmpty();
        assertThatThrownBy(() -> remittances.submit(ORDER, "zhang")).isInstanceOf(Problem.class);
    }

    @Test
    void theRefundOfATransferIsMadeByHandOnce() {
        remittances.submit(ORDER, "zhang");
        remittances.match(ORDER, "wang");
        remittances.book(ORDER);
        assertThat(payments.refund(ORDER, 50, "ORDER_CANCELLED")).isEqualTo(RefundStatus.PENDING);
        assertThat(remittances.isRefundDue(ORDER)).isTrue();

        remittances.refunded(ORDER, "wang");

        assertThat(payments.of(ORDER).orElseThrow().refundedCents()).isEqualTo(FEE / 2);
        assertThat(bench.heard(RefundCompleted.class))
                .containsExactly(new RefundCompleted(ORDER, FEE / 2, "ORDER_CANCELLED"));
        assertThat(remittances.isRefundDue(ORDER)).isFalse();
        assertThatThrownBy(() -> remittances.refunded(ORDER, "wang")).isInstanceOf(Problem.class);
        payments.reconcileOpen();
        assertThat(bench.heard(RefundCompleted.class)).hasSize(1);
    }
}
