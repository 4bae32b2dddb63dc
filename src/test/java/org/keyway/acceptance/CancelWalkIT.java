package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that end early: unpaid, cancelled, given up; the money is right to the cent. */
class CancelWalkIT extends IssuanceWalk {

    @Test
    void closesWhatIsNotPaidAndGivesLateMoneyBack() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of())
                .isApproved()
                .becomes("AWAITING_PAYMENT");
        assertThat(order.ownTask("Task_Pay").get("due").isTextual()).isTrue();
        assertThat(order.read().at("/waitingFor/due").isTextual()).isTrue();
        String paymentNo = order.opensPayment();
        keyway.clockAdvances("PT25H");
        order.message("payment_reminder");
        keyway.clockAdvances("P7D");
        order.becomes("EXPIRED").message("payment_closed");
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "repeat", 3))
                .expect(200, 201, 202, 204);
        Keyway.eventually(
                () -> order.read().at("/payment/refundedCents").asLong() == 30000 ? true : null,
                () -> "late money stays: " + order.explain());
        keyway.clockAdvances("PT2M");
        order.becomes("EXPIRED");
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(30000);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(30000);
        order.message("refunded");
        Told.exactly(order, "order_received", "review_passed_pay", "payment_reminder", "payment_closed", "refunded");
    }

    @Test
    void cancelsBeforePaymentAfterPaymentAndNotAfterWriting() {
        Case early = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        early.message("order_received");
        isCancelledWithout(early);
        Told.exactly(early, "order_received", "cancelled");
        assertThat(early.message("cancelled").get("text").asText()).doesNotContain("退回");
        Case paid = paid(SHENGZHOU, Map.of());
        paid.staffTask("feng", "Task_WriteKey");
        paid.applicant().delete(paid.path("")).expect(200, 202, 204);
        paid.becomes("CANCELLED");
        isRefunded(paid, 30000);
        assertThat(paid.message("refunded").get("text").asText()).contains("300.00");
        Told.exactly(paid, "order_received", "review_passed_pay", "paid", "refunded", "cancelled");
        Case written = paid(SHENGZHOU, Map.of());
        String serial = isWritten(written);
        written.becomes("TO_SHIP");
        assertThat(written.applicant().delete(written.path("")).status()).isEqualTo(409);
        isFinished(written, serial);
    }

    @Test
    void abandonedWritingGivesAllMoneyBack() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        faulty(serial, "WRITE_ERROR");
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("EXCEPTION");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件"));
        order.becomes("REFUNDED");
        isRefunded(order, 30000);
        assertThat(issued(order)).isZero();
    }
}
