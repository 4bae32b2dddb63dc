package org.keyway.portal;

import java.util.List;
import java.util.stream.Stream;
import org.keyway.order.Order;
import org.keyway.payment.JointPayments;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentService;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Who may see which payment: the people of all its orders and the staff; for everybody else it does not exist. */
@Component
public class PaymentAccess {

    private final PaymentService payments;
    private final JointPayments joints;
    private final OrderAccess access;

    PaymentAccess(PaymentService payments, JointPayments joints, OrderAccess access) {
        this.payments = payments;
        this.joints = joints;
        this.access = access;
    }

    /** The payment with its orders; a share answers with the joint payment it belongs to. 404 otherwise. */
    public VisiblePayment visible(String paymentNo, Actor actor) {
        Payment asked = payments.find(paymentNo).orElseThrow(() -> Problem.notFound("portal.payment.unknown"));
        Payment payment = joints.of(asked).orElse(asked);
        List<Payment> parts = payment.isJoint() ? joints.shares(payment) : List.of(payment);
        List<Order> orders = Stream.concat(Stream.of(asked), parts.stream())
                .filter(part -> !part.isJoint())
                .map(Payment::orderNo)
                .distinct()
                .map(orderNo -> access.visible(orderNo, actor))
                .toList();
        return new VisiblePayment(payment, parts, orders);
    }
}
