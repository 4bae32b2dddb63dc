package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.PaymentService;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.shared.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens an attempt to pay what an order owes. */
@RestController
@Tag(name = "payments")
class PaymentApi {

    /** An open attempt: where the payer goes, or what their phone scans. */
    record CheckoutJson(String paymentNo, long amountCents, String cashierUrl, String qrContent) {}

    private final OrderService orders;
    private final PolicyTables policies;
    private final PaymentService payments;

    PaymentApi(OrderService orders, PolicyTables policies, PaymentService payments) {
        this.orders = orders;
        this.policies = policies;
        this.payments = payments;
    }

    @PostMapping("/api/orders/{orderNo}/payments")
    @Operation(operationId = "pay")
    ResponseEntity<CheckoutJson> pay(
            @PathVariable String orderNo, @RequestBody Map<String, Object> json, Authentication person) {
        String account = Actor.of(person).account();
        Order order = orders.owned(orderNo, account);
        PaymentMethod method = method(order, JsonBody.of(json, "method").text("method"));
        Payment payment = payments.pay(orderNo, method, account);
        String own = "/cashier/" + payment.paymentNo();
        String cashier = payment.cashierUrl() == null || payment.cashierUrl().isBlank() ? own : payment.cashierUrl();
        return ResponseEntity.created(URI.create(own))
                .body(new CheckoutJson(payment.paymentNo(), payment.amountCents(), cashier, payment.qrContent()));
    }

    private PaymentMethod method(Order order, String name) {
        boolean offered = policies.region(order.line(), order.region())
                .filter(policy -> policy.paymentMethods().contains(name))
                .isPresent();
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> offered && method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("method", "portal.payment.method"));
    }
}
