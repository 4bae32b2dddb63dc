package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.order.OrderService;
import org.keyway.payment.PaymentService;
import org.keyway.payment.RefundStatus;
import org.keyway.process.DiagramBean;
import org.keyway.process.ProcessVariable;
import org.keyway.process.RefundTable;

/** Gives back the share that the table says for this stage of the order. */
@DiagramBean("refundDelegate")
class RefundDelegate implements JavaDelegate {

    private final OrderService orders;
    private final RefundTable shares;
    private final PaymentService payments;

    RefundDelegate(OrderService orders, RefundTable shares, PaymentService payments) {
        this.orders = orders;
        this.shares = shares;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String reason = ProcessVariable.REASON.in(execution).orElse("OTHER");
        RefundStatus status = payments.refund(orderNo, shares.percent(orders.find(orderNo), reason), reason);
        if (status == RefundStatus.REFUSED) {
            throw new IllegalStateException("the provider refuses to refund " + orderNo);
        }
    }
}
