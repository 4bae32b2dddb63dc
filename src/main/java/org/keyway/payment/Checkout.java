package org.keyway.payment;

import org.keyway.payment.Demands.Demand;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** From the demand to the QR code. */
@Service
class Checkout {

    private final Demands demands;
    private final Payments payments;
    private final Gateways gateways;
    private final Remittances remittances;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    Checkout(
            Demands demands,
            Payments payments,
            Gateways gateways,
            Remittances remittances,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.demands = demands;
        this.payments = payments;
        this.gateways = gateways;
        this.remittances = remittances;
        this.own = own;
        this.events = events;
    }

    void demand(String orderNo, long cents) {
        Demand now = demands.lock(orderNo).orElse(null);
        if (now == null) {
            demands.add(orderNo, cents);
        } else if (now.settledBy() == null && (now.closed() || now.amountCents() != cents)) {
            closeAttempts(orderNo);
            demands.change(orderNo, cents);
        }
    }

    void close(String orderNo) {
        if (demands.lock(orderNo).isPresent()) {
            demands.close(orderNo);
            closeAttempts(orderNo);
        }
    }

    /** The intention first, then the provider, then the QR code; an open attempt of the same method comes back. */
    Payment pay(String orderNo, PaymentMethod method, String actor) {
        PaymentGateway gateway = gateways.carrying(method);
        Payment attempt = own.commit(() -> attempt(orderNo, method, gateway.provider(), actor));
        if (attempt.qrContent() != null) {
            return attempt;
        }
        String qr = gateway.open(new PaymentGateway.Attempt(attempt.paymentNo(), orderNo, attempt.amountCents()));
        return own.commit(() -> {
            payments.opened(attempt.paymentNo(), qr, "/cashier/" + attempt.paymentNo());
            return payments.find(attempt.paymentNo()).orElseThrow();
        });
    }

    private Payment attempt(String orderNo, PaymentMethod method, String provider, String actor) {
        Demand demand = demands.lock(orderNo).orElseThrow(() -> Problem.conflict("payment.nothing-due"));
        if (!demand.isDue()) {
            throw Problem.conflict(refusal(demand));
        }
        if (remittances.isSubmitted(orderNo)) {
            throw Problem.conflict("payment.remittance-in-check");
        }
        return payments.of(orderNo).stream()
                .filter(each -> !each.isShare() && each.method() == method && each.status() == PaymentStatus.PENDING)
                .findFirst()
                .orElseGet(() -> start(demand, method, provider, actor));
    }

    private Payment start(Demand demand, PaymentMethod method, String provider, String actor) {
        Payment payment = Payment.attempt(
                payments.nextNumber(demand.orderNo()),
                demand.orderNo(),
                demand.purpose(),
                new Means(method, provider),
                demand.amountCents(),
                null);
        payments.add(payment, actor);
        if (method == PaymentMethod.BANK_TRANSFER) {
            remittances.add(payment, payment.orderNo());
        }
        events.publishEvent(new AuditRecord(actor, "payment.opened", demand.orderNo(), payment.paymentNo()));
        return payment;
    }

    private static String refusal(Demand demand) {
        if (demand.settledBy() != null) {
            return "payment.already-paid";
        }
        return demand.closed() ? "payment.closed" : "payment.nothing-due";
    }

    private void closeAttempts(String orderNo) {
        payments.of(orderNo).stream()
                .filter(each -> each.status().canBecome(PaymentStatus.CLOSED))
                .forEach(each -> payments.move(each, PaymentStatus.CLOSED));
    }
}
