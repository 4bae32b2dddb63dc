package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvoicePathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("invoice");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void nobodyWantsOne() {
        OrderWalk.of().start("invoice").endsAt("EndEvent_NoInvoice");
        assertThat(house.calls).isEmpty();
    }

    @Test
    void issuedWhenThePlatformAnswers() {
        OrderWalk walk = wanted();
        assertThat(house.calls).containsExactly("requestInvoiceDelegate");
        answered(true);
        walk.message("Message_InvoiceAnswered").endsAt("EndEvent_Invoiced");
        assertThat(house.calls).endsWith("message invoice_ready");
    }

    @Test
    void answeredBeforeAnybodyWaited() {
        answered(true);
        wanted().endsAt("EndEvent_Invoiced");
    }

    @Test
    void refusedThenAskedAgain() {
        OrderWalk walk = wanted();
        answered(false);
        walk.message("Message_InvoiceAnswered").isAt("Task_FixInvoice");
        answered(true);
        walk.complete("Task_FixInvoice", "decision", "RETRY").endsAt("EndEvent_Invoiced");
    }

    @Test
    void refusedAndDoneByHand() {
        answered(false);
        wanted().complete("Task_FixInvoice", "decision", "ABORT").endsAt("EndEvent_InvoicedByHand");
        assertThat(house.calls).doesNotContain("message invoice_ready");
    }

    private OrderWalk wanted() {
        house.facts.holding.add("invoiceWanted");
        return OrderWalk.of().start("invoice");
    }

    private void answered(boolean issued) {
        house.facts.holding.add("invoiceAnswered");
        if (issued) {
            house.facts.holding.add("invoiceIssued");
        }
    }
}
