package org.keyway.portal.api;

import java.util.List;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.Remittance;
import org.keyway.payment.RemittanceDesk;
import org.springframework.stereotype.Component;

/** What a payer needs to go on: the cashier, or the account and the remark of a transfer. */
@Component
class Checkouts {

    private final RemittanceDesk remittances;

    Checkouts(RemittanceDesk remittances) {
        this.remittances = remittances;
    }

    /** The attempt with its parts; a single payment is its own part. */
    CheckoutJson of(Payment payment, List<Payment> parts) {
        List<CheckoutJson.ShareJson> shares = parts.stream()
                .map(part -> new CheckoutJson.ShareJson(part.orderNo(), part.amountCents()))
                .toList();
        if (payment.method() == PaymentMethod.BANK_TRANSFER) {
            return transfer(payment, shares);
        }
        String own = "/cashier/" + payment.paymentNo();
        String cashier = payment.cashierUrl() == null || payment.cashierUrl().isBlank() ? own : payment.cashierUrl();
        return new CheckoutJson(
                payment.paymentNo(), payment.amountCents(), cashier, payment.qrContent(), null, null, shares);
    }

    private CheckoutJson transfer(Payment payment, List<CheckoutJson.ShareJson> shares) {
        String first = shares.get(0).orderNo();
        String page = "/orders/" + first + "?transfer=" + payment.paymentNo() + "#step-Task_Pay";
        CheckoutJson.AccountJson account = remittances
                .account()
                .map(to -> new CheckoutJson.AccountJson(to.name(), to.number(), to.bank()))
                .orElse(null);
        String remark = remittances.of(first).map(Remittance::remarkCode).orElse(null);
        return new CheckoutJson(payment.paymentNo(), payment.amountCents(), page, null, remark, account, shares);
    }
}
