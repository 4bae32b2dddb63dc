package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("payment");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void nothingToPay() {
        house.facts.holding.add("free");
        OrderWalk.of().start("payment").endsAt("EndEvent_Free");
        assertThat(house.calls).containsExactly("demandFeeDelegate");
    }

    @Test
    void paidByNotice() {
        OrderWalk walk = OrderWalk.of().start("payment").isAt("Task_Pay");
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived").endsAt("EndEvent_Paid");
    }

    @Test
    void paidBeforeAnybodyWaited() {
        house.facts.holding.add("paid");
        OrderWalk.of().start("payment").endsAt("EndEvent_Paid");
    }

    @Test
    void finishingTheStepByHandDoesNotPay() {
        OrderWalk walk = OrderWalk.of().start("payment").complete("Task_Pay").isAt("Task_Pay");
        house.facts.holding.add("paid");
        walk.complete("Task_Pay").endsAt("EndEvent_Paid");
    }

    @Test
    void transferIsMatched() {
        remitted().complete("Task_ConfirmRemittance", "decision", "APPROVE").endsAt("EndEvent_Paid");
        assertThat(house.calls).endsWith("bookRemittanceDelegate", "message paid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURN", "REJECT"})
    void transferIsShortOrNotFoundAndThenMatched(String decision) {
        OrderWalk walk = remitted()
                .complete("Task_ConfirmRemittance", "decision", decision)
                .isAt("Task_Pay");
        assertThat(house.calls).endsWith("message remittance_problem").doesNotContain("bookRemittanceDelegate");
        walk.complete("Task_Pay")
                .complete("Task_ConfirmRemittance", "decision", "APPROVE")
                .endsAt("EndEvent_Paid");
    }

    @Test
    void paidOtherwiseWhileFinanceLooks() {
        OrderWalk walk = remitted();
        house.facts.holding.add("paid");
        walk.message("Message_PaymentReceived").endsAt("EndEvent_Paid");
        assertThat(house.calls).doesNotContain("bookRemittanceDelegate");
    }

    private OrderWalk remitted() {
        OrderWalk walk = OrderWalk.of().start("payment").isAt("Task_Pay");
        house.facts.holding.add("remitted");
        return walk.complete("Task_Pay").isAt("Task_ConfirmRemittance");
    }

    @Test
    void remindedOnceAndStillOpen() {
        OrderWalk.of().start("payment").timer("Event_PaymentReminder").isAt("Task_Pay");
        assertThat(house.calls).endsWith("message payment_reminder");
    }

    @Test
    void neverPaid() {
        OrderWalk.of().start("payment").timer("Event_PaymentLimit").endsAt("EndEvent_PaymentExpired");
        assertThat(house.calls).endsWith("closePaymentDelegate", "message payment_closed");
    }

    @Test
    void paidInTheLastSecond() {
        OrderWalk walk = OrderWalk.of().start("payment");
        house.facts.holding.add("paid");
        walk.timer("Event_PaymentLimit").endsAt("EndEvent_Paid");
    }

    @Test
    void whereTheCitySaysSoTheInvoiceIsAskedForWithThePayment() {
        house.terms.put("invoiceTiming", "AT_ORDER");
        house.facts.holding.addAll(List.of("paid", "invoiceWanted"));
        OrderWalk.of().start("payment").endsAt("EndEvent_Paid");
        assertThat(house.calls).endsWith("message paid", "requestInvoiceDelegate");
    }
}
