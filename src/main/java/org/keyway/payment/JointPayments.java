package org.keyway.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Several orders paid at once: one trade with the provider, a share of its own for each order. */
@Service
public class JointPayments {

    private final JointCheckout checkout;
    private final Payments payments;

    JointPayments(JointCheckout checkout, Payments payments) {
        this.checkout = checkout;
        this.payments = payments;
    }

    /** Opens one attempt for these orders, or returns the open one; refusals are problems in Chinese that name the order. */
    public Payment pay(List<String> orderNos, PaymentMethod method, String actor) {
        return checkout.pay(orderNos, method, actor);
    }

    /** The orders' parts of a joint payment, by order number. */
    public List<Payment> shares(Payment joint) {
        return payments.shares(joint.paymentNo());
    }

    /** The joint payment that a share belongs to. */
    public Optional<Payment> of(Payment share) {
        return Optional.ofNullable(share.jointNo()).flatMap(payments::find);
    }

    /** The newest joint payment of each of these orders that is open or has brought money, by order number. */
    public Map<String, String> numbers(List<String> orderNos) {
        return orderNos.isEmpty() ? Map.of() : payments.jointNumbers(orderNos);
    }
}
