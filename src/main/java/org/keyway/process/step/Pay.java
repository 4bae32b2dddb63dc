package org.keyway.process.step;

import java.util.List;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.PaymentService;
import org.keyway.payment.RemittanceDesk;
import org.keyway.shared.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Paying ends by the notice of the provider; completing by hand is possible once it is there, or to hand in the slip of
 * a bank transfer, which finance then checks.
 */
@Component
class Pay implements ApplicantStep {

    private static final String SLIP = "remittance-slip";

    private final OrderService orders;
    private final PolicyTables policies;
    private final Materials materials;
    private final PaymentService payments;
    private final RemittanceDesk remittances;
    private final SharedTransfer shared;

    Pay(
            @Lazy OrderService orders,
            PolicyTables policies,
            Materials materials,
            PaymentService payments,
            RemittanceDesk remittances,
            SharedTransfer shared) {
        this.orders = orders;
        this.policies = policies;
        this.materials = materials;
        this.payments = payments;
        this.remittances = remittances;
        this.shared = shared;
    }

    @Override
    public String key() {
        return "Task_Pay";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (!payments.isPaid(orderNo)) {
            Order order = orders.find(orderNo);
            handIn(order, input.text("method").orElse(""));
            shared.waiting(orderNo, key()).forEach(other -> follow(order, other));
        }
        return Map.of();
    }

    private void handIn(Order order, String method) {
        String transfer = PaymentMethod.BANK_TRANSFER.name();
        if (!method.isEmpty() && !method.equals(transfer)) {
            throw Problem.invalid("method", "step.pay-method", transfer);
        }
        boolean chosen = remittances.of(order.orderNo()).isPresent();
        if (!chosen && method.isEmpty()) {
            throw Problem.conflict("step.not-paid");
        }
        if (slips(order.orderNo()).isEmpty()) {
            throw Problem.invalid(SLIP, "step.slip-missing");
        }
        if (!chosen) {
            requireOffered(order, transfer);
            payments.pay(order.orderNo(), PaymentMethod.BANK_TRANSFER, order.applicant());
        }
        remittances.submit(order.orderNo(), order.applicant());
    }

    /** The slip of this order shows the money of the other one, too. */
    private void follow(Order order, String other) {
        if (slips(other).isEmpty()) {
            Attachment slip = slips(order.orderNo()).get(0);
            materials.reuse(slip, other, orders.find(other).round(), order.applicant());
        }
        remittances.submit(other, order.applicant());
        shared.complete(other, key(), order.applicant(), Map.of());
    }

    private List<Attachment> slips(String orderNo) {
        return materials.of(orderNo).stream()
                .filter(paper -> paper.type().equals(SLIP))
                .toList();
    }

    private void requireOffered(Order order, String transfer) {
        policies.region(order.line(), order.region())
                .filter(policy -> policy.paymentMethods().contains(transfer))
                .orElseThrow(() -> Problem.invalid("method", "payment.method.BANK_TRANSFER.not-offered"));
    }
}
