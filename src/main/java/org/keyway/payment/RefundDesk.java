package org.keyway.payment;

import java.util.List;
import java.util.Optional;
import org.keyway.payment.Demands.Demand;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives money back: first the intention, then the provider, then the result. */
@Service
class RefundDesk {

    /** Begins the reason of a refund of money that came too late. */
    static final String LATE = "LATE-";

    private static final Logger LOG = LoggerFactory.getLogger(RefundDesk.class);

    private final Demands demands;
    private final Payments payments;
    private final Refunds refunds;
    private final Gateways gateways;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    RefundDesk(
            Demands demands,
            Payments payments,
            Refunds refunds,
            Gateways gateways,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.demands = demands;
        this.payments = payments;
        this.refunds = refunds;
        this.gateways = gateways;
        this.own = own;
        this.events = events;
    }

    /** The intention for the order's settling payment, found again on a retry; empty when nothing is to give back. */
    Optional<Refund> intend(String orderNo, int percent, String reason) {
        Optional<Payment> paid = demands.lock(orderNo).map(Demand::settledBy).flatMap(payments::find);
        Optional<Refund> before = refunds.find(orderNo, reason);
        if (before.isPresent() || paid.isEmpty()) {
            return before;
        }
        long cents = (left(paid.get()) * percent + 50) / 100;
        return cents == 0 ? Optional.empty() : Optional.of(intend(paid.get(), cents, reason));
    }

    /** The intention to give back a part, at most what is left; found again on a retry. */
    Optional<Refund> intendPart(String orderNo, long cents, String reason) {
        Optional<Payment> paid = demands.lock(orderNo).map(Demand::settledBy).flatMap(payments::find);
        Optional<Refund> before = refunds.find(orderNo, reason);
        if (before.isPresent() || paid.isEmpty() || cents == 0) {
            return before;
        }
        long part = Math.min(cents, left(paid.get()));
        return part == 0 ? Optional.empty() : Optional.of(intend(paid.get(), part, reason));
    }

    /** What was paid and is not promised back yet. */
    private long left(Payment payment) {
        return payment.amountCents()
                - refunds.of(payment.paymentNo()).stream()
                        .filter(each -> each.status() != RefundStatus.REFUSED)
                        .mapToLong(Refund::amountCents)
                        .sum();
    }

    RefundStatus status(String orderNo, String reason) {
        return refunds.find(orderNo, reason).map(Refund::status).orElse(RefundStatus.NOTHING);
    }

    long cents(String orderNo, String reason) {
        return refunds.find(orderNo, reason).map(Refund::amountCents).orElse(0L);
    }

    /** Writes down the intention in the transaction around it; the caller holds the lock of the demand. */
    Refund intend(Payment payment, long cents, String reason) {
        if (cents > left(payment)) {
            throw new IllegalStateException("Refund of " + payment.paymentNo() + " exceeds what was paid");
        }
        String refundNo =
                payment.paymentNo() + "R" + (refunds.of(payment.paymentNo()).size() + 1);
        Refund refund =
                new Refund(refundNo, payment.orderNo(), reason, payment.paymentNo(), cents, RefundStatus.INTENDED);
        refunds.add(refund);
        if (payment.status() != PaymentStatus.REFUNDING) {
            payments.move(payment, PaymentStatus.REFUNDING);
        }
        return refund;
    }

    /** Asks the provider and records the result in the transaction around it. */
    @Transactional
    public RefundStatus carryOut(Refund refund) {
        if (refund.status() == RefundStatus.DONE || refund.status() == RefundStatus.REFUSED) {
            return refund.status();
        }
        Payment payment = payments.find(refund.paymentNo()).orElseThrow();
        RefundStatus result = gateways.of(payment)
                .refund(new PaymentGateway.RefundCall(
                        refund.refundNo(), payment.tradedAs(), refund.amountCents(), tradedCents(payment)));
        if (refunds.move(refund.refundNo(), result) && result == RefundStatus.DONE) {
            payments.refunded(payment, refund.amountCents());
            events.publishEvent(new RefundCompleted(refund.orderNo(), refund.amountCents(), refund.reason()));
        }
        return result;
    }

    private long tradedCents(Payment payment) {
        return payments.find(payment.tradedAs()).orElseThrow().amountCents();
    }

    /** A refund that a person had to make is made; false when none of the order is waiting for one. */
    boolean madeByHand(String orderNo) {
        Optional<Refund> waiting = waitingForHand(orderNo);
        waiting.ifPresent(this::made);
        return waiting.isPresent();
    }

    /** Finance has made this refund. */
    void made(Refund refund) {
        if (refunds.move(refund.refundNo(), RefundStatus.DONE)) {
            payments.refunded(payments.find(refund.paymentNo()).orElseThrow(), refund.amountCents());
            events.publishEvent(new RefundCompleted(refund.orderNo(), refund.amountCents(), refund.reason()));
        }
    }

    /** The pending refund of a bank transfer, which no provider makes by itself. */
    Optional<Refund> waitingForHand(String orderNo) {
        return payments.of(orderNo).stream()
                .filter(payment -> payment.method() == PaymentMethod.BANK_TRANSFER)
                .flatMap(payment -> refunds.of(payment.paymentNo()).stream())
                .filter(refund -> refund.status() == RefundStatus.PENDING && !isLate(refund))
                .findFirst();
    }

    /** Transfers for orders that owed nothing any more: no step of an order sends them back. */
    List<Refund> lateByHand() {
        return refunds.open().stream()
                .filter(refund -> refund.status() == RefundStatus.PENDING && isLate(refund))
                .filter(refund -> payments.find(refund.paymentNo())
                        .filter(payment -> payment.method() == PaymentMethod.BANK_TRANSFER)
                        .isPresent())
                .toList();
    }

    private static boolean isLate(Refund refund) {
        return refund.reason().startsWith(LATE);
    }

    /** Carries out what was intended or is pending; a failure waits for the next round. */
    void carryOutOpen() {
        refunds.open().forEach(this::tryToCarryOut);
    }

    void tryToCarryOut(Refund refund) {
        try {
            own.commit(() -> carryOut(refund));
        } catch (RuntimeException e) {
            LOG.warn("Refund {} waits: {}", refund.refundNo(), e.getMessage());
        }
    }
}
