package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.Problem;

/** Statements as banks write them, against the transfers that are waited for. */
class StatementDeskTest {

    private static final String FIRST = "XB20261121000017";
    private static final String SECOND = "XB20261121000018";

    @TempDir
    static Path data;

    private PartnerBench bench;
    private PaymentService payments;
    private JointPayments joints;
    private RemittanceDesk remittances;
    private StatementDesk desk;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(data, (path, headers, body) -> NoticeAnswer.unknown(), "org.keyway.payment");
        payments = bench.bean(PaymentService.class);
        joints = bench.bean(JointPayments.class);
        remittances = bench.bean(RemittanceDesk.class);
        desk = bench.bean(StatementDesk.class);
        payments.demand(FIRST, 30000);
        payments.demand(SECOND, 12345);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void whatMatchesToTheCentIsBookedWhetherOrNotASlipWasHandedIn(String charset) {
        String first = transfer(FIRST);
        String second = transfer(SECOND);
        remittances.submit(SECOND, "zhang");
        byte[] file = """
                账号：6200 示例,,,,
                交易日期,交易流水号,对方户名,收入金额,支出金额,附言
                2026-11-21,T001,测试建设有限公司,"300.00",,货款 %s
                2026/11/21 10:12:01,T002,"样例,有限公司",123.45,,%s
                20261121,T003,房东,,9000.00,房租
                合计,,,423.45,9000.00,
                """.formatted(
                        first.toLowerCase(java.util.Locale.ROOT), second.substring(0, 6) + " " + second.substring(6))
                .getBytes(Charset.forName(charset));

        assertThat(desk.bring(file, "wang")).isEqualTo(new StatementImport(2, 2, 0));
        assertThat(desk.bring(file, "wang")).isEqualTo(new StatementImport(0, 0, 2));

        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(payments.isPaid(SECOND)).isTrue();
        assertThat(remittances.isSubmitted(SECOND)).isFalse();
        assertThat(bench.heard(PaymentReceived.class)).hasSize(2);
        assertThat(desk.toDo()).isEmpty();
    }

    @Test
    void shortWaitsForTheRest() {
        String code = transfer(FIRST);
        bring("2026-11-21,T1,甲,200.00," + code);
        assertThat(desk.toDo()).singleElement().satisfies(match -> {
            assertThat(match.verdict()).isEqualTo(ReceiptVerdict.SHORT);
            assertThat(match.dueCents()).isEqualTo(10000);
            assertThat(match.orderNos()).containsExactly(FIRST);
        });
        bring("2026-11-21,T1,甲,200.00," + code, "2026-11-22,T2,甲,100.00,补 " + code);
        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(desk.toDo()).isEmpty();
    }

    @Test
    void tooMuchIsBookedAndTheRestGoesBackByHand() {
        bring("2026-11-21,T1,甲,350.00," + transfer(FIRST));
        StatementMatch over = desk.toDo().get(0);
        assertThat(over.verdict()).isEqualTo(ReceiptVerdict.OVER);
        desk.bookWithExcess(over.receipt().receiptNo(), "wang");
        assertThat(payments.isPaid(FIRST)).isTrue();
        StatementMatch excess = desk.toDo().get(0);
        assertThat(excess.verdict()).isEqualTo(ReceiptVerdict.EXCESS);
        assertThat(excess.receipt().returnCents()).isEqualTo(5000);
        assertThatThrownBy(() -> desk.returned(excess.receipt().receiptNo(), " ", "wang"))
                .isInstanceOf(Problem.class);
        desk.returned(excess.receipt().receiptNo(), "退款流水 R1", "wang");
        assertThat(desk.toDo()).isEmpty();
        assertThatThrownBy(() -> desk.returned(excess.receipt().receiptNo(), "R1", "wang"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void oneTransferPaysManyOrdersUnderTheRemarkOfTheListOrAsFinanceSays() {
        joints.pay(List.of(FIRST, SECOND), PaymentMethod.BANK_TRANSFER, "zhang");
        bring("2026-11-21,T1,集团,423.45,付锁款 "
                + remittances.of(FIRST).orElseThrow().remarkCode());
        assertThat(payments.isPaid(SECOND)).isTrue();

        payments.demand("XB20261121000021", 100);
        payments.demand("XB20261121000022", 200);
        bring("2026-11-21,T2,集团,3.00,锁款");
        assertThat(desk.toDo().get(0).verdict()).isEqualTo(ReceiptVerdict.UNKNOWN);
        String receipt = desk.toDo().get(0).receipt().receiptNo();
        desk.assign(receipt, List.of("XB20261121000021", "XB20261121000022"), "wang");
        assertThat(payments.isPaid("XB20261121000022")).isTrue();
        assertThat(desk.toDo()).isEmpty();
        assertThatThrownBy(() -> desk.assign(receipt, List.of(FIRST), "wang")).isInstanceOf(Problem.class);
    }

    @Test
    void moneyForAClosedOrderOrOfNobodyGoesBackByHandAndIsADifferenceUntilThen() {
        String code = transfer(FIRST);
        payments.close(FIRST);
        bring("2026-11-21,T1,甲,300.00," + code, "2026-11-21,T2,乙,1.00,XB26112100001799");
        assertThat(desk.toDo())
                .extracting(StatementMatch::verdict)
                .containsOnly(ReceiptVerdict.NOT_DUE, ReceiptVerdict.UNKNOWN);
        BillCheck bills = bench.bean(BillCheck.class);
        bills.compare(LocalDate.of(2026, 11, 21));
        assertThat(bills.open()).extracting(BillDifference::theirCents).containsExactlyInAnyOrder(30000L, 100L);
        desk.toDo().forEach(match -> desk.returned(match.receipt().receiptNo(), "退款流水 R2", "wang"));
        assertThat(desk.toDo()).isEmpty();
        assertThat(payments.isPaid(FIRST)).isFalse();
    }

    @Test
    void theShareOfAnOrderThatLeftATransferIsSentBackByHand() {
        joints.pay(List.of(FIRST, SECOND), PaymentMethod.BANK_TRANSFER, "zhang");
        payments.close(SECOND);
        bring("2026-11-21,T1,集团,423.45," + remittances.of(FIRST).orElseThrow().remarkCode());
        assertThat(payments.isPaid(FIRST)).isTrue();
        assertThat(desk.late()).singleElement().satisfies(late -> {
            assertThat(late.orderNo()).isEqualTo(SECOND);
            assertThat(late.cents()).isEqualTo(12345);
        });
        assertThat(remittances.isRefundDue(SECOND)).isFalse();
        desk.lateReturned(desk.late().get(0).refundNo(), "wang");
        assertThat(desk.late()).isEmpty();
        assertThat(bench.heard(RefundCompleted.class)).hasSize(1);
    }

    @Test
    void linesAlikeWithoutASerialAreToldApartAndKnownAgain() {
        String lines = "日期,金额,摘要\n2026-11-21,1.00,锁\n2026-11-21,1.00,锁\n";
        assertThat(desk.bring(lines.getBytes(StandardCharsets.UTF_8), "wang").fresh())
                .isEqualTo(2);
        assertThat(desk.bring((lines + "2026-11-21,1.00,锁\n").getBytes(StandardCharsets.UTF_8), "wang"))
                .isEqualTo(new StatementImport(1, 0, 2));
    }

    @Test
    void everythingThatIsWrongIsToldByLineAndColumnAndNothingIsTakenIn() {
        String code = transfer(FIRST);
        assertThatThrownBy(() ->
                        bring("2026-11-21,T1,甲,300.00," + code, "2026-02-30,T2,甲,1.00,x", "2026-11-21,T3,甲,1.005,x"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .extracting(each -> each.code() + Arrays.toString(each.arguments()))
                        .containsExactly("statement.wrong.day[3, 交易日期]", "statement.wrong.amount[4, 收入金额]"));
        assertThat(payments.isPaid(FIRST)).isFalse();
        assertThat(bench.count("select count(*) from bank_receipt")).isZero();
        for (String file : List.of("", "a,b\n1,2\n", "日期,金额\n2026-11-21,\"1")) {
            assertThatThrownBy(() -> desk.bring(file.getBytes(StandardCharsets.UTF_8), "wang"))
                    .isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> desk.bring(new byte[] {(byte) 0xff, (byte) 0xff, 0}, "wang"))
                .isInstanceOf(Problem.class);
    }

    private String transfer(String orderNo) {
        payments.pay(orderNo, PaymentMethod.BANK_TRANSFER, "zhang");
        return remittances.of(orderNo).orElseThrow().remarkCode();
    }

    private void bring(String... lines) {
        String file = "交易日期,交易流水号,对方户名,收入金额,附言\r\n" + String.join("\r\n", lines) + "\r\n";
        desk.bring(file.getBytes(StandardCharsets.UTF_8), "wang");
    }
}
