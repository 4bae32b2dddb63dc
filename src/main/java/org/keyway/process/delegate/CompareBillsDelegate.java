package org.keyway.process.delegate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.invoice.Invoices;
import org.keyway.payment.BillCheck;
import org.keyway.payment.BillDifference;
import org.keyway.process.DiagramBean;

/** Holds yesterday's books against the bills of the providers, and looks for invoices without an answer. */
@DiagramBean("compareBillsDelegate")
class CompareBillsDelegate implements JavaDelegate {

    private static final Duration SILENCE = Duration.ofDays(1);

    private final BillCheck bills;
    private final Invoices invoices;
    private final Clock clock;

    CompareBillsDelegate(BillCheck bills, Invoices invoices, Clock clock) {
        this.bills = bills;
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        bills.compare(yesterday);
        invoices.unanswered(SILENCE)
                .forEach(invoice -> bills.remember(BillDifference.unanswered(
                        yesterday, invoice.requestNo(), invoice.orderNo(), invoice.amountCents())));
    }
}
