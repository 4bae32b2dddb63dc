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
import org.keyway.payment.Remittance;
import org.keyway.payment.RemittanceDesk;
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
    record CheckoutJson(
            String paymentNo,
            long amountCents,
            String cashierUrl,
            String qrContent,
            String remarkCode,
            AccountJson account) {}

    /** Where a bank transfer goes to. */
    record AccountJson(String name, String number, String bank) {}

    private final OrderService orders;
    private final PolicyTables policies;
    private final PaymentService payments;
    private final RemittanceDesk remittances;

    PaymentApi(OrderService orders, PolicyTables policies, PaymentService payments, RemittanceDesk remittances) {
        this.orders = orders;
        this.policies = policies;
        this.payments = payments;
        this.remittances = remittances;
    }

    @PostMapping("/api/orders/{orderNo}/payments")
    @Operation(operationId = "pay")
    ResponseEntity<CheckoutJson> pay(
            @PathVariable String orderNo, @RequestBody Map<String, Object> json, Authentication person) {
        String account = Actor.of(person).account();
        Order order = orders.owned(orderNo, account);
        PaymentMethod method = method(order, JsonBody.of(json, "method").text("method"));
        Payment payment = payments.pay(orderNo, method, account);
        if (method == PaymentMethod.BANK_TRANSFER) {
            return transfer(payment);
        }
        String own = "/cashier/" + payment.paymentNo();
        String cashier = payment.cashierUrl() == null || payment.cashierUrl().isBlank() ? own : payment.cashierUrl();
        return ResponseEntity.created(URI.create(own))
                .body(new CheckoutJson(
                        payment.paymentNo(), payment.amountCents(), cashier, payment.qrContent(), null, null));
    }

    private ResponseEntity<CheckoutJson> transfer(Payment payment) {
        String page = "/orders/" + payment.orderNo() + "?transfer=" + payment.paymentNo() + "#step-Task_Pay";
        AccountJson account = remittances
                .account()
                .map(to -> new AccountJson(to.name(), to.number(), to.bank()))
                .orElse(null);
        String remark =
                remittances.of(payment.orderNo()).map(Remittance::remarkCode).orElse(null);
        return ResponseEntity.created(URI.create("/cashier/" + payment.paymentNo()))
                .body(new CheckoutJson(payment.paymentNo(), payment.amountCents(), page, null, remark, account));
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
