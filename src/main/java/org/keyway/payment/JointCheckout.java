package org.keyway.payment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.OrderNumbers;
import org.keyway.payment.Demands.Demand;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** From several demands to one QR code or one bank transfer: one trade for the provider, one share per order. */
@Service
class JointCheckout {

    private static final int MOST = 50;
    private static final String FIELD = "orderNos";

    private final Demands demands;
    private final Payments payments;
    private final Gateways gateways;
    private final Remittances remittances;
    private final OrderNumbers numbers;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    JointCheckout(
            Demands demands,
            Payments payments,
            Gateways gateways,
            Remittances remittances,
            OrderNumbers numbers,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.demands = demands;
        this.payments = payments;
        this.gateways = gateways;
        this.remittances = remittances;
        this.numbers = numbers;
        this.own = own;
        this.events = events;
    }

    /** The intention first, then the provider, then the QR code; an open attempt for the same orders comes back. */
    Payment pay(List<String> orderNos, PaymentMethod method, String actor) {
        List<String> orders = orderNos.stream().distinct().sorted().toList();
        if (orders.size() < 2 || orders.size() > MOST) {
            throw Problem.invalid(FIELD, "payment.joint-count", String.valueOf(MOST));
        }
        Means means = new Means(method, gateways.carrying(method).provider());
        String list = numbers.next("HB");
        Payment joint = own.commit(() -> attempt(orders, list, means, actor));
        if (joint.qrContent() != null) {
            return joint;
        }
        String qr = gateways.of(joint)
                .open(new PaymentGateway.Attempt(joint.paymentNo(), joint.orderNo(), joint.amountCents()));
        return own.commit(() -> {
            payments.opened(joint.paymentNo(), qr, "/cashier/" + joint.paymentNo());
            return payments.find(joint.paymentNo()).orElseThrow();
        });
    }

    private Payment attempt(List<String> orders, String list, Means means, String actor) {
        List<FieldError> errors = new ArrayList<>();
        List<Demand> due = new ArrayList<>();
        for (String orderNo : orders) {
            Optional<Demand> demand = demands.lock(orderNo).filter(Demand::isDue);
            if (demand.isEmpty()) {
                errors.add(new FieldError(FIELD, "payment.joint-not-due", orderNo));
            } else if (remittances.isSubmitted(orderNo)) {
                errors.add(new FieldError(FIELD, "payment.joint-in-check", orderNo));
            }
            demand.ifPresent(due::add);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return open(orders, means.method()).orElseGet(() -> start(due, list, means, actor));
    }

    /** The attempt of the same method for exactly these orders, as long as all of it can still be paid. */
    private Optional<Payment> open(List<String> orders, PaymentMethod method) {
        Set<String> wanted = new HashSet<>(orders);
        return payments.of(orders.get(0)).stream()
                .filter(share -> share.isShare() && share.method() == method)
                .filter(share -> {
                    List<Payment> shares = payments.shares(share.jointNo());
                    return shares.stream().allMatch(each -> each.status() == PaymentStatus.PENDING)
                            && wanted.equals(
                                    shares.stream().map(Payment::orderNo).collect(Collectors.toSet()));
                })
                .findFirst()
                .flatMap(share -> payments.find(share.jointNo()))
                .filter(joint -> joint.status() == PaymentStatus.PENDING);
    }

    private Payment start(List<Demand> due, String list, Means means, String actor) {
        long total = due.stream().mapToLong(Demand::amountCents).sum();
        Payment joint = Payment.attempt(list + "P01", list, Payment.JOINT, means, total, null);
        payments.add(joint, actor);
        for (Demand demand : due) {
            String number = payments.nextNumber(demand.orderNo());
            Payment share = Payment.attempt(
                    number, demand.orderNo(), demand.purpose(), means, demand.amountCents(), joint.paymentNo());
            payments.add(share, actor);
            if (means.method() == PaymentMethod.BANK_TRANSFER) {
                remittances.add(share, list);
            }
            events.publishEvent(new AuditRecord(actor, "payment.opened", demand.orderNo(), joint.paymentNo()));
        }
        return joint;
    }
}
