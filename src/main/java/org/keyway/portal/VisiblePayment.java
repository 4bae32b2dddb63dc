package org.keyway.portal;

import java.util.List;
import org.keyway.order.Order;
import org.keyway.payment.Payment;

/** A payment with what each of its orders has in it: one part, or the shares of a joint one. */
public record VisiblePayment(Payment payment, List<Payment> parts, List<Order> orders) {}
