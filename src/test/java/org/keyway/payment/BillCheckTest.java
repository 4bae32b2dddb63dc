package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.payment.sandbox.SandboxMode;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.NoticeAnswer;

/** Our books against the bill of the sandbox provider. */
class BillCheckTest {

    private static final String ORDER = "XB20261121000017";
    private static final String NUMBER = ORDER + "P01";

    @TempDir
    static Path data;

    private PartnerBench bench;
    private BillCheck bills;
    private PaymentGateway sandbox;
    private LocalDate today;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data, (path, headers, body) -> NoticeAnswer.text(200, "success"), "org.keyway.payment");
        bills = bench.bean(BillCheck.class);
        sandbox = bench.bean(Gateways.class).named("sandbox").orElseThrow();
        today = LocalDate.now(bench.clock.withZone(KeywayClock.ZONE));
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void agreesWhenBothSidesKnowTheSame() {
        ours(NUMBER, 30000);
        theirs(NUMBER, 30000);
        bills.compare(today);
        assertThat(bills.open()).isEmpty();
    }

    @Test
    void namesWhatOnlyOneSideKnowsAndWhatHasAnotherAmount() {
        ours(NUMBER, 30000);
        theirs("XB20261121000018P01", 20000);
        ours("XB20261121000019P01", 10000);
        theirs("XB20261121000019P01", 9999);
        bills.compare(today);
        bills.compare(today);
        assertThat(bills.open())
                .extracting(BillDifference::number, BillDifference::ourCents, BillDifference::theirCents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NUMBER, 30000L, null),
                        org.assertj.core.groups.Tuple.tuple("XB20261121000018P01", null, 20000L),
                        org.assertj.core.groups.Tuple.tuple("XB20261121000019P01", 10000L, 9999L));
        bills.settle("wang", "checked");
        assertThat(bills.open()).isEmpty();
        bills.compare(today);
        assertThat(bills.open())
                .as("a settled difference of that day stays settled")
                .isEmpty();
    }

    @Test
    void aBillThatCannotBeHadIsAFailure() {
        bench.bean(SandboxMode.class).setMode("payment", "ERROR");
        assertThatThrownBy(() -> bills.compare(today)).isInstanceOf(GatewayFailure.class);
    }

    private void ours(String number, long cents) {
        bench.jdbc.sql("""
                        insert into payment (payment_no, order_no, purpose, method, provider, status, amount_cents,
                          created_by, created_at, asked_at, paid_at)
                        values (?, ?, 'FEE', 'SANDBOX', 'sandbox', 'PAID', ?, 'zhang', current_timestamp,
                          current_timestamp, current_timestamp)""").params(number, number.substring(0, 16), cents).update();
    }

    private void theirs(String number, long cents) {
        sandbox.open(new PaymentGateway.Attempt(number, number.substring(0, 16), cents));
        bench.jdbc
                .sql("update sandbox_payment set state = 'PAID', paid_at = current_timestamp where payment_no = ?")
                .param(number)
                .update();
    }
}
