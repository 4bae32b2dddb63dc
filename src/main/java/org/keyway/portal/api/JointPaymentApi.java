package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.payment.JointPayments;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.portal.PaymentAccess;
import org.keyway.portal.PaymentMethods;
import org.keyway.portal.VisiblePayment;
import org.keyway.portal.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pays several orders at once, and tells how a payment stands. */
@RestController
@Tag(name = "payments")
class JointPaymentApi {

    private final OrderService orders;
    private final PaymentMethods methods;
    private final JointPayments joints;
    private final PaymentAccess access;
    private final Checkouts checkouts;

    JointPaymentApi(
            OrderService orders,
            PaymentMethods methods,
            JointPayments joints,
            PaymentAccess access,
            Checkouts checkouts) {
        this.orders = orders;
        this.methods = methods;
        this.joints = joints;
        this.access = access;
        this.checkouts = checkouts;
    }

    @PostMapping("/api/payments")
    @Operation(operationId = "payTogether")
    ResponseEntity<CheckoutJson> pay(@RequestBody Map<String, Object> json, Authentication person) {
        String account = Actor.of(person).account();
        JsonBody body = JsonBody.of(json, "orderNos", "method");
        List<String> orderNos = body.texts("orderNos");
        List<Order> own = orderNos.stream()
                .distinct()
                .map(orderNo -> orders.owned(orderNo, account))
                .toList();
        PaymentMethod method = methods.of(own, body.text("method"));
        Payment payment = joints.pay(orderNos, method, account);
        return ResponseEntity.created(URI.create("/api/payments/" + payment.paymentNo()))
                .body(checkouts.of(payment, joints.shares(payment)));
    }

    @GetMapping("/api/payments/{paymentNo}")
    @Operation(operationId = "getPayment")
    PaymentStateJson payment(@PathVariable String paymentNo, Authentication person) {
        VisiblePayment visible = access.visible(paymentNo, Actor.of(person));
        Payment payment = visible.payment();
        List<PaymentStateJson.PartJson> parts = visible.parts().stream()
                .map(part -> new PaymentStateJson.PartJson(
                        part.orderNo(), part.status().name(), part.amountCents(), part.refundedCents()))
                .toList();
        return new PaymentStateJson(
                payment.paymentNo(),
                payment.method().name(),
                payment.status().name(),
                payment.amountCents(),
                Wording.iso(payment.paidAt()),
                parts.stream()
                        .mapToLong(PaymentStateJson.PartJson::refundedCents)
                        .sum(),
                parts);
    }
}
