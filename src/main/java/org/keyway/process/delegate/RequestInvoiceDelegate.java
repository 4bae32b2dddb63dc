package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.invoice.Invoices;
import org.keyway.order.OrderService;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.process.DiagramBean;

/** Asks for the invoice over what was paid and not given back. */
@DiagramBean("requestInvoiceDelegate")
class RequestInvoiceDelegate implements JavaDelegate {

    private final OrderService orders;
    private final PaymentService payments;
    private final Invoices invoices;

    RequestInvoiceDelegate(OrderService orders, PaymentService payments, Invoices invoices) {
        this.orders = orders;
        this.payments = payments;
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        PaymentView paid = payments.of(orderNo).orElseThrow();
        invoices.request(orderNo, orders.find(orderNo).fields(), paid.amountCents() - paid.refundedCents());
    }
}
