package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.acceptance.Locks.count;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annual inspection of the seal on a lock in use, to its ends, by the contract alone: seal, certificates, money, messages. */
class AnnualInspectionWalkIT extends RunningKeyway {

    private static final String ORDOS = "150600";
    private static final String NEARLY_A_YEAR = "P335D";

    private final Locks locks = new Locks(keyway, "zhang");

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"330683", "330800", "330781", "371325", ORDOS})
    void extendsTheSealAndNothingElse(String region) {
        String serial = locks.inUse();
        OffsetDateTime former = sealEnd(serial);
        List<String> certificates = locks.certificates(serial, "ACTIVE");
        keyway.clockAdvances(NEARLY_A_YEAR);
        Case order = filed(region, serial, Map.of("invoiceType", "NORMAL", "invoiceTitle", "测试建设有限公司"))
                .isSubmitted()
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("AWAITING_SELF_WRITE");
        assertThat(order.tries("Task_WriteOwnKey", Map.of("keySerial", "KW0000000000"))
                        .status())
                .isEqualTo(422);
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).does("Task_TestStamp", Map.of());
        order.becomes("COMPLETED");
        assertThat(ChronoUnit.DAYS.between(former, sealEnd(serial))).isBetween(364L, 367L);
        assertThat(locks.certificates(serial, "ACTIVE")).hasSize(2).isEqualTo(certificates);
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");
        assertThat(locks.read(serial).at("/seal/state").asText()).isEqualTo("WRITTEN");
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(6000);
        assertThat(order.message("inspected").get("text").asText()).contains(serial, "不用寄回");
        for (String template : List.of("review_passed_pay", "paid", "self_write_ready", "invoice_ready", "inspected")) {
            assertThat(count(order, template)).as(template).isEqualTo(1);
        }
        assertThat(count(order, "pickup_ready") + count(order, "shipped")).isZero();
    }

    @Test
    void tooEarlyIsNotEligibleAndCostsNothing() {
        String serial = locks.inUse();
        Case order = filed(ORDOS, serial, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("inspection_not_eligible");
        assertThat(order.read().get("payment").isNull()
                        || order.read().at("/payment/amountCents").asLong() == 0)
                .isTrue();
    }

    @Test
    void changedHolderIsSentToChange() {
        String serial = locks.inUse();
        keyway.clockAdvances(NEARLY_A_YEAR);
        Case order = filed(ORDOS, serial, Map.of("unchangedDeclared", "false"))
                .isSubmitted()
                .becomes("REJECTED");
        order.message("inspection_to_change");
        assertThat(order.read().at("/next/line").asText()).isEqualTo("change");
    }

    @Test
    void certificateThatEndsSoonerIsRenewedFirst() {
        String serial = locks.inUse();
        keyway.clockAdvances(NEARLY_A_YEAR);
        inspected(serial);
        keyway.clockAdvances("P20D");
        Case early = filed(ORDOS, serial, Map.of()).isSubmitted().becomes("REJECTED");
        early.message("inspection_not_eligible");
        keyway.clockAdvances("P350D");
        Case order = filed(ORDOS, serial, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("inspection_to_renewal");
        assertThat(order.read().at("/next/line").asText()).isEqualTo("renewal");
    }

    @Test
    void unpaidAndCancelled() {
        String serial = locks.inUse();
        keyway.clockAdvances(NEARLY_A_YEAR);
        Case unpaid = filed(ORDOS, serial, Map.of()).isSubmitted().becomes("AWAITING_PAYMENT");
        unpaid.ownTask("Task_Pay");
        keyway.clockAdvances("P8D");
        unpaid.becomes("EXPIRED").message("payment_closed");
        Case paid = toWrite(serial);
        paid.applicant().delete(paid.path("")).expect(200, 202, 204);
        paid.becomes("CANCELLED").message("cancelled");
        refunded(paid);
    }

    @Test
    void isCalledAndThenRefundedWhenNobodyWrites() {
        String serial = locks.inUse();
        OffsetDateTime former = sealEnd(serial);
        keyway.clockAdvances(NEARLY_A_YEAR);
        Case order = toWrite(serial);
        keyway.clockAdvances("P16D");
        order.isDoneBy("li", "Task_CallBack", Map.of("reason", "申请人出差，下周写入"));
        assertThat(order.read().get("history").toString()).contains("申请人出差");
        order.ownTask("Task_WriteOwnKey");
        keyway.clockAdvances("P45D");
        order.becomes("REFUNDED");
        refunded(order);
        assertThat(sealEnd(serial)).isEqualTo(former);
    }

    @Test
    void failedTestStampIsHelped() {
        String serial = locks.inUse();
        keyway.clockAdvances(NEARLY_A_YEAR);
        Case order = toWrite(serial);
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).ownTask("Task_TestStamp");
        locks.faulty(serial, "UNPLUG");
        order.does("Task_TestStamp", Map.of()).becomes("EXCEPTION");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY")).becomes("AWAITING_SELF_WRITE");
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).ownTask("Task_TestStamp");
        locks.faulty(serial, "UNPLUG");
        order.does("Task_TestStamp", Map.of()).becomes("EXCEPTION");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "签章不能使用"));
        order.becomes("REFUNDED");
        refunded(order);
    }

    private Case toWrite(String serial) {
        return filed(ORDOS, serial, Map.of())
                .isSubmitted()
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("AWAITING_SELF_WRITE");
    }

    private void inspected(String serial) {
        toWrite(serial)
                .does("Task_WriteOwnKey", Map.of("keySerial", serial))
                .does("Task_TestStamp", Map.of())
                .becomes("COMPLETED");
    }

    private Case filed(String region, String serial, Map<String, Object> changes) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("keySerial", serial, "years", 1));
        fields.putAll(changes);
        return Case.drafted(keyway, "annual-inspection", "zhang", region, fields);
    }

    private void refunded(Case order) {
        Keyway.eventually(
                () -> order.read().at("/payment/refundedCents").asLong() == 6000 ? true : null,
                () -> "not refunded: " + order.explain());
        order.message("refunded");
    }

    private OffsetDateTime sealEnd(String serial) {
        return OffsetDateTime.parse(locks.read(serial).at("/seal/notAfter").asText());
    }
}
