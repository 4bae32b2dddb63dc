package org.keyway.process;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.keyway.invoice.InvoiceAnswered;
import org.keyway.payment.PaymentReceived;
import org.keyway.shipping.ParcelLost;
import org.keyway.shipping.ParcelReturned;
import org.keyway.trading.BidOpeningChanged;
import org.keyway.trading.BindingAnswered;
import org.keyway.trading.CreditChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns facts into BPMN messages in the transaction of the fact. When nobody waits yet, nothing is lost: the row is the
 * truth, and every wait first asks it.
 */
@Component
public class FactCorrelation {

    private static final String BATCH = "Message_BatchRelease";

    private final RuntimeService runtime;

    FactCorrelation(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(PaymentReceived fact) {
        tell(fact.orderNo(), "Message_PaymentReceived", Map.of());
    }

    @EventListener
    void on(ParcelReturned fact) {
        tell(fact.orderNo(), "Message_ParcelReturned", Map.of());
    }

    @EventListener
    void on(ParcelLost fact) {
        tell(fact.orderNo(), "Message_ParcelLost", Map.of());
    }

    @EventListener
    void on(BindingAnswered fact) {
        tell(fact.orderNo(), "Message_BindingAnswered", Map.of());
    }

    @EventListener
    void on(InvoiceAnswered fact) {
        tell(fact.orderNo(), "Message_InvoiceAnswered", Map.of());
    }

    /** A new standing in the credit library lets the account's changes of name go on. */
    @EventListener
    void on(CreditChanged fact) {
        if (fact.approved()) {
            runtime.createExecutionQuery()
                    .messageEventSubscriptionName("Message_CreditApproved")
                    .processVariableValueEquals(ProcessVariable.APPLICANT.key(), fact.account())
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived("Message_CreditApproved", waiting.getId()));
        }
    }

    @EventListener
    void on(BidOpeningChanged fact) {
        tell(fact.orderNo(), "Message_BidOpeningChanged", Map.of());
    }

    /** Lets every order go on that has waited for a batch since before {@code today}. */
    public void releaseBatch(Instant today) {
        runtime.createEventSubscriptionQuery().eventType("message").eventName(BATCH).list().stream()
                .filter(waiting -> waiting.getCreated().toInstant().isBefore(today))
                .forEach(waiting -> runtime.messageEventReceived(BATCH, waiting.getExecutionId()));
    }

    /** Whether the order can be told that its applicant withdraws. */
    boolean waitsForCancellation(String orderNo) {
        return waiting(orderNo, "Message_OrderCancelled") != null;
    }

    void cancel(String orderNo) {
        tell(orderNo, "Message_OrderCancelled", Map.of());
    }

    /** Tells the order what happened, if it waits for it. */
    void tell(String orderNo, String message) {
        tell(orderNo, message, Map.of());
    }

    /** Whether the order waits for this message. */
    boolean waitsFor(String orderNo, String message) {
        return waiting(orderNo, message) != null;
    }

    private void tell(String orderNo, String message, Map<String, Object> variables) {
        Execution waiting = waiting(orderNo, message);
        if (waiting != null) {
            runtime.messageEventReceived(message, waiting.getId(), variables);
        }
    }

    private Execution waiting(String orderNo, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(orderNo)
                .messageEventSubscriptionName(message)
                .singleResult();
    }
}
