package org.keyway.process;

import org.keyway.invoice.InvoiceAnswered;
import org.keyway.invoice.Invoices;
import org.keyway.payment.PaymentService;
import org.keyway.payment.RefundCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was invoiced and is given back is taken back by a red letter, in the transaction that records the later of the two,
 * refund or invoice.
 */
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
        reverse(fact.orderNo());
    }

    /** The money may have gone back while the tax platform was still writing the invoice. */
    @EventListener
    void on(InvoiceAnswered fact) {
        if (fact.issued()) {
            reverse(fact.orderNo());
        }
    }

    private void reverse(String orderNo) {
        payments.of(orderNo).ifPresent(paid -> invoices.reverse(orderNo, paid.amountCents() - paid.refundedCents()));
    }
}
