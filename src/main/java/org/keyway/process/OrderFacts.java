package org.keyway.process;

import java.util.HashMap;
import java.util.Map;
import org.keyway.invoice.InvoiceStatus;
import org.keyway.invoice.Invoices;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.RegionPolicy;
import org.keyway.order.material.Materials;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentStatus;
import org.keyway.payment.RemittanceDesk;
import org.keyway.shipping.ParcelStatus;
import org.keyway.shipping.Parcels;
import org.keyway.trading.TradingDesk;
import org.springframework.context.annotation.Lazy;

/** What gateways ask the tables of facts: each wait first looks whether the fact is already there. */
@DiagramBean("facts")
public class OrderFacts {

    private final OrderService orders;
    private final DecisionTables tables;
    private final Materials materials;
    private final PaymentService payments;
    private final RemittanceDesk remittances;
    private final Invoices invoices;
    private final Parcels parcels;
    private final TradingDesk trading;
    private final KeysToMake keys;

    OrderFacts(
            @Lazy OrderService orders,
            DecisionTables tables,
            Materials materials,
            @Lazy PaymentService payments,
            @Lazy RemittanceDesk remittances,
            @Lazy Invoices invoices,
            @Lazy Parcels parcels,
            @Lazy TradingDesk trading,
            @Lazy KeysToMake keys) {
        this.orders = orders;
        this.tables = tables;
        this.materials = materials;
        this.payments = payments;
        this.remittances = remittances;
        this.invoices = invoices;
        this.parcels = parcels;
        this.trading = trading;
        this.keys = keys;
    }

    /** The routing variables of a new order, from its fields and the city's row. */
    public Map<String, Object> startVariables(Order order) {
        RegionPolicy policy = tables.region(order.line(), order.region()).orElseThrow();
        Fields fields = order.fields();
        Map<String, Object> variables = new HashMap<>();
        variables.put(ProcessVariable.LINE.key(), order.line().slug());
        variables.put(ProcessVariable.REGION.key(), order.region());
        variables.put(ProcessVariable.APPLICANT.key(), order.applicant());
        variables.put(ProcessVariable.ROUND.key(), order.round());
        variables.put(ProcessVariable.FEE_CENTS.key(), feeCents(order.orderNo()));
        variables.put(ProcessVariable.PAY_TIMING.key(), policy.payTiming());
        variables.put(ProcessVariable.WRITE_MODE.key(), policy.writeMode());
        variables.put(
                ProcessVariable.DELIVERY_MODE.key(), fields.text("deliveryMode").orElse("NONE"));
        variables.put(ProcessVariable.BATCH_MODE.key(), policy.batchMode());
        variables.put(ProcessVariable.DECISION.key(), null);
        variables.put(ProcessVariable.REASON.key(), null);
        return variables;
    }

    /** Whether a paper that must be stamped after submission is still missing. */
    public boolean isStampMissing(String orderNo) {
        Order order = orders.find(orderNo);
        return tables.region(order.line(), order.region())
                        .filter(RegionPolicy::stampedAfterSubmission)
                        .isPresent()
                && materials.of(orderNo).stream()
                        .noneMatch(paper -> paper.type().equals("application-form"));
    }

    public boolean isPaid(String orderNo) {
        return payments.isPaid(orderNo);
    }

    public boolean isFree(String orderNo) {
        return feeCents(orderNo) == 0;
    }

    /** Whether the applicant says that a bank transfer is on its way and finance has not looked yet. */
    public boolean isRemittanceSubmitted(String orderNo) {
        return remittances.isSubmitted(orderNo);
    }

    /** Whether finance must transfer a refund back, because no provider does it. */
    public boolean isRefundByHand(String orderNo) {
        return remittances.isRefundDue(orderNo);
    }

    public boolean isDelivered(String orderNo) {
        return isParcel(orderNo, ParcelStatus.DELIVERED);
    }

    public boolean isParcelReturned(String orderNo) {
        return isParcel(orderNo, ParcelStatus.RETURNED) || isParcel(orderNo, ParcelStatus.REFUSED);
    }

    public boolean isParcelLost(String orderNo) {
        return isParcel(orderNo, ParcelStatus.LOST);
    }

    /** How many parcels of this order never arrived. */
    public int lostParcels(String orderNo) {
        return parcels.lost(orderNo);
    }

    /** Whether the applicant wants an invoice and has paid something that it can be about. */
    public boolean isInvoiceWanted(String orderNo) {
        return Invoices.isWanted(orders.find(orderNo).fields()) && payments.isPaid(orderNo);
    }

    /** Whether the tax platform has issued the invoice or said that it will not. */
    public boolean isInvoiceAnswered(String orderNo) {
        return isInvoiceIssued(orderNo)
                || invoices.of(orderNo)
                        .filter(invoice -> invoice.status() == InvoiceStatus.FAILED)
                        .isPresent();
    }

    public boolean isInvoiceIssued(String orderNo) {
        return invoices.of(orderNo).filter(invoice -> invoice.number() != null).isPresent();
    }

    /** Whether everything that is to go back has gone back. */
    public boolean isRefunded(String orderNo) {
        return payments.of(orderNo)
                .filter(payment -> payment.refundedCents() > 0 || payment.status() == PaymentStatus.REFUNDING)
                .isPresent();
    }

    /** Whether the order was in a batch before, so that a second parcel need not wait for another. */
    public boolean isReleased(String orderNo) {
        return orders.find(orderNo).writingStarted();
    }

    public boolean isBindingAnswered(String orderNo) {
        return trading.bindingAnswer(orderNo).isPresent();
    }

    public boolean isBindingAccepted(String orderNo) {
        return trading.bindingAnswer(orderNo).orElse(false);
    }

    /** How many keys are to be made; one that was given up no longer counts. */
    public int quantity(String orderNo) {
        return keys.of(orderNo).size();
    }

    /** Index of the key that is made as the {@code place}-th, from 0. */
    public int keyAt(String orderNo, int place) {
        return keys.of(orderNo).get(place);
    }

    /** Whether the order goes on when this key is given up. */
    public boolean hasOtherKeys(String orderNo, int keyIndex) {
        return keys.hasOthers(orderNo, keyIndex);
    }

    /** Whether writing stopped by something that may pass and the tries of the table {@code terms} are not used up. */
    public boolean mayWriteAgain(String orderNo, int keyIndex) {
        return keys.mayRetry(orderNo, keyIndex);
    }

    /** How many persons must approve the order. */
    public int reviewLevel(String orderNo) {
        Order order = orders.find(orderNo);
        return tables.reviewLevel(order.line(), order.region(), order.fields(), feeCents(orderNo));
    }

    /** Fee of the order in CNY cents as the table says now. */
    public long feeCents(String orderNo) {
        Order order = orders.find(orderNo);
        return tables.feeCents(order.line(), order.region(), order.fields())
                .orElseThrow(() -> new IllegalStateException("no fee for " + orderNo));
    }

    private boolean isParcel(String orderNo, ParcelStatus status) {
        return parcels.of(orderNo).filter(parcel -> parcel.status() == status).isPresent();
    }
}
