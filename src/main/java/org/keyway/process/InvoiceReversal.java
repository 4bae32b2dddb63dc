package org.keyway.process;

import org.keyway.invoice.Invoices;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.payment.RefundCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was invoiced and is given back is taken back by a red letter, in the transaction that records the refund. */
@Component
class InvoiceReversal {

    private final PaymentService payments;
    private final Invoices invoices;

    InvoiceReversal(PaymentService payments, Invoices invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    @EventListener
    void on(RefundCompleted fact) {
        long refunded =
                payments.of(fact.orderNo()).map(PaymentView::refundedCents).orElse(0L);
        invoices.reverse(fact.orderNo(), refunded);
    }
}
