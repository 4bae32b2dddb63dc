package org.keyway.payment;

import java.util.List;
import java.util.Optional;
import org.keyway.payment.Demands.Demand;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.springframework.stereotype.Service;

/**
 * What an order owes, how it is paid and given back; amounts in CNY cents. Each call commits its own rows at once and
 * may be repeated, so that no retry around it can double money.
 */
@Service
public class PaymentService {

    private final Demands demands;
    private final Payments payments;
    private final Checkout checkout;
    private final NoticeDesk notices;
    private final RefundDesk refunds;
    private final Reconciliation reconciliation;
    private final OwnTransaction own;

    PaymentService(
            Demands demands,
            Payments payments,
            Checkout checkout,
            NoticeDesk notices,
            RefundDesk refunds,
            Reconciliation reconciliation,
            OwnTransaction own) {
        this.demands = demands;
        this.payments = payments;
        this.checkout = checkout;
        this.notices = notices;
        this.refunds = refunds;
        this.reconciliation = reconciliation;
        this.own = own;
    }

    /** The order owes {@code cents}; a changed amount replaces the old one until it is paid. */
    public void demand(String orderNo, long cents) {
        own.commit(() -> {
            checkout.demand(orderNo, cents);
            return orderNo;
        });
    }

    /** Whether there is something to pay now. */
    public boolean isDue(String orderNo) {
        return demands.find(orderNo).filter(Demand::isDue).isPresent();
    }

    /** What is to be paid now; empty when nothing is. */
    public Optional<Long> dueCents(String orderNo) {
        return demands.find(orderNo).filter(Demand::isDue).map(Demand::amountCents);
    }

    /** Whether the demand was settled and the money was not all given back. */
    public boolean isPaid(String orderNo) {
        return settling(orderNo)
                .filter(each -> each.status() != PaymentStatus.REFUNDED)
                .isPresent();
    }

    /** Opens an attempt, or returns the open one of the same method; refusals are problems in Chinese. */
    public Payment pay(String orderNo, PaymentMethod method, String actor) {
        return checkout.pay(orderNo, method, actor);
    }

    /** An attempt by its number, for the cashier page. */
    public Optional<Payment> find(String paymentNo) {
        return payments.find(paymentNo);
    }

    /** The payment that settled the order, otherwise the newest attempt. */
    public Optional<PaymentView> of(String orderNo) {
        return settling(orderNo)
                .or(() -> payments.of(orderNo).stream().findFirst())
                .map(Payment::view);
    }

    /** Nothing is to be paid any more; money that still comes is given back. */
    public void close(String orderNo) {
        own.commit(() -> {
            checkout.close(orderNo);
            return orderNo;
        });
    }

    /** A provider's notice; the answer is what must be sent back, after everything is committed. */
    public NoticeAnswer receive(String provider, Notice notice) {
        return notices.receive(provider, notice);
    }

    /**
     * Gives back {@code percent} (0 to 100) of what settled the order and is not given back yet, rounded half up; once per order and reason (add a
     * round to the reason to repeat it). {@link RefundCompleted} follows when the money is back.
     */
    public RefundStatus refund(String orderNo, int percent, String reason) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent " + percent);
        }
        return own.commit(() -> refunds.intend(orderNo, percent, reason))
                .map(refunds::carryOut)
                .orElse(RefundStatus.NOTHING);
    }

    /** Gives back a part of what settled the order, in CNY cents and at most what is left; otherwise as {@link #refund}. */
    public RefundStatus refundPart(String orderNo, long cents, String reason) {
        if (cents < 0) {
            throw new IllegalArgumentException("cents " + cents);
        }
        return own.commit(() -> refunds.intendPart(orderNo, cents, reason))
                .map(refunds::carryOut)
                .orElse(RefundStatus.NOTHING);
    }

    /** What this refund of the order is about, in CNY cents; 0 when there is none. */
    public long refundCents(String orderNo, String reason) {
        return refunds.cents(orderNo, reason);
    }

    /** How far the refund of this order and reason is. */
    public RefundStatus refundStatus(String orderNo, String reason) {
        return refunds.status(orderNo, reason);
    }

    /** Asks the providers about attempts without news for two minutes and goes on with open refunds. */
    public void reconcileOpen() {
        reconciliation.run();
    }

    private Optional<Payment> settling(String orderNo) {
        return demands.find(orderNo).map(Demand::settledBy).flatMap(payments::find);
    }

    /** All attempts of an order, newest first. */
    public List<PaymentView> attempts(String orderNo) {
        return payments.of(orderNo).stream().map(Payment::view).toList();
    }
}
