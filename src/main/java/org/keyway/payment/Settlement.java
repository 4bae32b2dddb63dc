package org.keyway.payment;

import java.util.List;
import java.util.Optional;
import org.keyway.payment.Demands.Demand;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Turns what the provider says into facts; the caller's transaction holds the lock of the demand. */
@Service
class Settlement {

    private final Demands demands;
    private final Payments payments;
    private final RefundDesk refunds;
    private final ApplicationEventPublisher events;

    Settlement(Demands demands, Payments payments, RefundDesk refunds, ApplicationEventPublisher events) {
        this.demands = demands;
        this.payments = payments;
        this.refunds = refunds;
        this.events = events;
    }

    /** Applies the trade; returns the refunds to carry out where the money came too late. */
    List<Refund> apply(String paymentNo, Trade trade) {
        Payment payment = payments.find(paymentNo).orElseThrow();
        if (payment.status().isCaptured()) {
            return List.of();
        }
        switch (trade.state()) {
            case PAID -> {
                return payment.isJoint() ? captureShares(payment, trade) : captureOne(payment, trade);
            }
            case REFUSED -> moveIfPossible(payment, PaymentStatus.REFUSED);
            case CLOSED -> moveIfPossible(payment, PaymentStatus.CLOSED);
            default -> {}
        }
        return List.of();
    }

    /** One sum for many orders: each takes its share, and the share of an order that owes nothing any more goes back. */
    private List<Refund> captureShares(Payment joint, Trade trade) {
        boolean late = joint.status() == PaymentStatus.CLOSED;
        payments.captured(joint, late ? PaymentStatus.LATE : PaymentStatus.PAID, trade.tradeNo());
        return payments.shares(joint.paymentNo()).stream()
                .flatMap(share -> captureOne(share, trade).stream())
                .toList();
    }

    private List<Refund> captureOne(Payment payment, Trade trade) {
        return capture(payment, trade).stream().toList();
    }

    private Optional<Refund> capture(Payment payment, Trade trade) {
        Demand demand = demands.find(payment.orderNo()).orElseThrow();
        if (demand.isDue() && payment.status() != PaymentStatus.CLOSED) {
            demands.settle(payment.orderNo(), payment.paymentNo());
            payments.captured(payment, PaymentStatus.PAID, trade.tradeNo());
            closeOthers(payment);
            audit("payment.received", payment);
            events.publishEvent(new PaymentReceived(payment.orderNo(), payment.paymentNo()));
            return Optional.empty();
        }
        payments.captured(payment, PaymentStatus.LATE, trade.tradeNo());
        Payment late = payments.find(payment.paymentNo()).orElseThrow();
        Refund refund = refunds.intend(late, late.amountCents(), RefundDesk.LATE + late.paymentNo());
        audit("payment.late", payment);
        events.publishEvent(new LatePayment(payment.orderNo()));
        return Optional.of(refund);
    }

    private void closeOthers(Payment paid) {
        payments.of(paid.orderNo()).stream()
                .filter(each -> !each.paymentNo().equals(paid.paymentNo()))
                .forEach(each -> moveIfPossible(each, PaymentStatus.CLOSED));
    }

    /** The attempt, and with a joint one all its shares, as far as they can. */
    void moveIfPossible(Payment payment, PaymentStatus next) {
        if (payment.status().canBecome(next)) {
            payments.move(payment, next);
        }
        payments.shares(payment.paymentNo()).forEach(share -> moveIfPossible(share, next));
    }

    private void audit(String action, Payment payment) {
        events.publishEvent(new AuditRecord(payment.provider(), action, payment.orderNo(), payment.paymentNo()));
    }
}
