package org.keyway.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keyway.order.CaseList;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.PaymentStatus;
import org.keyway.payment.sandbox.SandboxCashier;
import org.keyway.portal.Actor;
import org.keyway.portal.PaymentAccess;
import org.keyway.portal.VisiblePayment;
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
            List<Share> shares,
            String method,
            String amount,
            boolean open,
            long secondsLeft,
            String qr,
            String statusText,
            String tone,
            String next) {}

    /** What one order has in a joint payment. */
    record Share(String orderNo, String amount, String statusText, String tone) {}

    private final PaymentAccess access;
    private final CaseList cases;
    private final PolicyTables policies;
    private final ObjectProvider<SandboxCashier> sandbox;
    private final RefundRules refundRules;
    private final Wording wording;
    private final Clock clock;

    CashierPage(
            PaymentAccess access,
            CaseList cases,
            PolicyTables policies,
            ObjectProvider<SandboxCashier> sandbox,
            RefundRules refundRules,
            Wording wording,
            Clock clock) {
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
        VisiblePayment visible = access.visible(paymentNo, Actor.of(person));
        if (visible.payment().method() == PaymentMethod.BANK_TRANSFER) {
            return "redirect:/orders/" + visible.orders().get(0).orderNo();
        }
        if (!visible.payment().paymentNo().equals(paymentNo)) {
            return "redirect:/cashier/" + visible.payment().paymentNo();
        }
        model.addAttribute("payment", page(visible));
        model.addAttribute("refundRules", refundRules.all());
        return "cashier";
    }

    /** What the payer's phone would do; only in a demo. */
    @PostMapping("/cashier/{paymentNo}")
    String act(@PathVariable String paymentNo, @RequestParam String outcome, Authentication person) {
        access.visible(paymentNo, Actor.of(person));
        SandboxCashier cashier = sandbox.getIfAvailable();
        if (cashier == null) {
            throw Problem.notFound("portal.payment.unknown");
        }
        cashier.act(paymentNo, outcome, 1, 0, "NONE");
        return "redirect:/cashier/" + paymentNo;
    }

    private PaymentPage page(VisiblePayment visible) {
        Payment payment = visible.payment();
        boolean whole = visible.parts().stream().noneMatch(part -> part.status() == PaymentStatus.CLOSED);
        boolean open = payment.status() == PaymentStatus.PENDING && whole;
        PaymentStatus shown = shown(payment, whole);
        String qr =
                payment.qrContent() == null || payment.qrContent().isBlank() ? "" : QrPicture.svg(payment.qrContent());
        return new PaymentPage(
                payment.paymentNo(),
                payment.isJoint() ? null : payment.orderNo(),
                payment.isJoint() ? shares(visible) : List.of(),
                wording.text("payment.method." + payment.method()),
                Wording.yuan(payment.amountCents()),
                open,
                open ? secondsLeft(visible.orders()) : 0,
                qr,
                wording.text("payment.status." + shown),
                Tone.of(shown),
                next(payment, shown));
    }

    /** A joint payment that was shut and paid all the same is paid: its orders say what came late. */
    private static PaymentStatus shown(Payment payment, boolean whole) {
        if (payment.status().isCaptured()) {
            return payment.isJoint() ? PaymentStatus.PAID : payment.status();
        }
        return whole ? payment.status() : PaymentStatus.CLOSED;
    }

    private String next(Payment payment, PaymentStatus shown) {
        if (payment.isJoint()) {
            return wording.textOr(wording.text("payment.next.joint.OTHER"), "payment.next.joint." + shown);
        }
        return wording.textOr(wording.text("payment.next.OTHER"), "payment.next." + shown);
    }

    private List<Share> shares(VisiblePayment visible) {
        return visible.parts().stream()
                .map(part -> new Share(
                        part.orderNo(),
                        Wording.yuan(part.amountCents()),
                        wording.text("payment.status." + part.status()),
                        Tone.of(part.status())))
                .toList();
    }

    private long secondsLeft(List<Order> orders) {
        return orders.stream().mapToLong(this::secondsLeft).min().orElse(0);
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
