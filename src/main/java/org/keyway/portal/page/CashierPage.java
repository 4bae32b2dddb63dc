package org.keyway.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keyway.order.CaseList;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentStatus;
import org.keyway.payment.sandbox.SandboxCashier;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a payer sees amount and QR code; whether it was paid, only the provider's notice says. */
@Controller
class CashierPage {

    /** A payment as the cashier shows it; {@code qr} is SVG, empty when there is nothing to scan. */
    record PaymentPage(
            String paymentNo,
            String orderNo,
            String method,
            String amount,
            boolean open,
            long secondsLeft,
            String qr,
            String statusText,
            String tone,
            String next) {}

    private final PaymentService payments;
    private final OrderAccess access;
    private final CaseList cases;
    private final PolicyTables policies;
    private final ObjectProvider<SandboxCashier> sandbox;
    private final RefundRules refundRules;
    private final Wording wording;
    private final Clock clock;

    CashierPage(
            PaymentService payments,
            OrderAccess access,
            CaseList cases,
            PolicyTables policies,
            ObjectProvider<SandboxCashier> sandbox,
            RefundRules refundRules,
            Wording wording,
            Clock clock) {
        this.payments = payments;
        this.access = access;
        this.cases = cases;
        this.policies = policies;
        this.sandbox = sandbox;
        this.refundRules = refundRules;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/cashier/{paymentNo}")
    String cashier(@PathVariable String paymentNo, Authentication person, Model model) {
        Payment payment = payments.find(paymentNo).orElseThrow(() -> Problem.notFound("portal.payment.unknown"));
        Order order = access.visible(payment.orderNo(), Actor.of(person));
        if (payment.method() == PaymentMethod.BANK_TRANSFER) {
            return "redirect:/orders/" + payment.orderNo();
        }
        model.addAttribute("payment", page(payment, order));
        model.addAttribute("refundRules", refundRules.all());
        return "cashier";
    }

    /** What the payer's phone would do; only in a demo. */
    @PostMapping("/cashier/{paymentNo}")
    String act(@PathVariable String paymentNo, @RequestParam String outcome, Authentication person) {
        Payment payment = payments.find(paymentNo).orElseThrow(() -> Problem.notFound("portal.payment.unknown"));
        access.visible(payment.orderNo(), Actor.of(person));
        SandboxCashier cashier = sandbox.getIfAvailable();
        if (cashier == null) {
            throw Problem.notFound("portal.payment.unknown");
        }
        cashier.act(paymentNo, outcome, 1, 0, "NONE");
        return "redirect:/cashier/" + paymentNo;
    }

    private PaymentPage page(Payment payment, Order order) {
        boolean open = payment.status() == PaymentStatus.PENDING;
        String qr =
                payment.qrContent() == null || payment.qrContent().isBlank() ? "" : QrPicture.svg(payment.qrContent());
        return new PaymentPage(
                payment.paymentNo(),
                payment.orderNo(),
                wording.text("payment.method." + payment.method()),
                Wording.yuan(payment.amountCents()),
                open,
                open ? secondsLeft(order) : 0,
                qr,
                wording.text("payment.status." + payment.status()),
                Tone.of(payment.status()),
                wording.textOr(wording.text("payment.next.OTHER"), "payment.next." + payment.status()));
    }

    private long secondsLeft(Order order) {
        Duration limit = policies.region(order.line(), order.region())
                .map(RegionPolicy::paymentLimit)
                .orElse(Duration.ofDays(1));
        Instant since = cases.find(order.orderNo())
                .map(row -> row.waitingSince() == null ? row.updatedAt() : row.waitingSince())
                .orElse(clock.instant());
        return Math.max(0, Duration.between(clock.instant(), since.plus(limit)).toSeconds());
    }
}
