package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.PaymentService;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.portal.PaymentMethods;
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

    private final OrderService orders;
    private final PaymentMethods methods;
    private final PaymentService payments;
    private final Checkouts checkouts;

    PaymentApi(OrderService orders, PaymentMethods methods, PaymentService payments, Checkouts checkouts) {
        this.orders = orders;
        this.methods = methods;
        this.payments = payments;
        this.checkouts = checkouts;
    }

    @PostMapping("/api/orders/{orderNo}/payments")
    @Operation(operationId = "pay")
    ResponseEntity<CheckoutJson> pay(
            @PathVariable String orderNo, @RequestBody Map<String, Object> json, Authentication person) {
        String account = Actor.of(person).account();
        Order order = orders.owned(orderNo, account);
        PaymentMethod method =
                methods.of(List.of(order), JsonBody.of(json, "method").text("method"));
        Payment payment = payments.pay(orderNo, method, account);
        return ResponseEntity.created(URI.create("/cashier/" + payment.paymentNo()))
                .body(checkouts.of(payment, List.of(payment)));
    }
}
