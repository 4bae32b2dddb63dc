package org.keyway.portal.page;

import java.util.List;
import java.util.Optional;
import org.keyway.invoice.Invoice;
import org.keyway.invoice.InvoiceCorrections;
import org.keyway.invoice.InvoiceStatus;
import org.keyway.invoice.Invoices;
import org.keyway.order.Order;
import org.keyway.payment.JointPayments;
import org.keyway.payment.Payment;
import org.keyway.payment.PaymentService;
import org.keyway.payment.Remittance;
import org.keyway.payment.RemittanceAccount;
import org.keyway.payment.RemittanceDesk;
import org.keyway.payment.RemittanceStatus;
import org.keyway.portal.Wording;
import org.keyway.portal.page.OrderView.InvoicePanel;
import org.keyway.portal.page.OrderView.TransferPanel;
import org.springframework.stereotype.Component;

/** Bank transfer and invoice on an order's page. */
@Component
class MoneyPanels {

    private final PaymentService payments;
    private final JointPayments joints;
    private final RemittanceDesk remittances;
    private final Invoices invoices;
    private final InvoiceCorrections corrections;
    private final Wording wording;

    MoneyPanels(
            PaymentService payments,
            JointPayments joints,
            RemittanceDesk remittances,
            Invoices invoices,
            InvoiceCorrections corrections,
            Wording wording) {
        this.payments = payments;
        this.joints = joints;
        this.remittances = remittances;
        this.invoices = invoices;
        this.corrections = corrections;
        this.wording = wording;
    }

    /** What the payer needs for a bank transfer, while one is under way. */
    TransferPanel transfer(String orderNo) {
        Optional<Long> due = payments.dueCents(orderNo);
        Optional<RemittanceAccount> account = remittances.account();
        if (due.isEmpty() || account.isEmpty()) {
            return null;
        }
        return remittances
                .of(orderNo)
                .map(transfer -> panel(transfer, total(transfer), account.get()))
                .orElse(null);
    }

    /** What is to be transferred: with a joint payment the sum of all its orders. */
    private long total(Remittance transfer) {
        Payment payment = payments.find(transfer.paymentNo()).orElseThrow();
        return joints.of(payment).orElse(payment).amountCents();
    }

    private TransferPanel panel(Remittance transfer, long cents, RemittanceAccount account) {
        List<String> alongside = remittances.alongside(transfer.orderNo());
        return new TransferPanel(
                transfer.remarkCode(),
                Wording.yuan(cents),
                account.name(),
                account.number(),
                account.bank(),
                account.checkWithin().toHours(),
                alongside.isEmpty() ? null : String.join(" ", alongside),
                transfer.status() == RemittanceStatus.RETURNED ? transfer.reason() : null);
    }

    /** The invoice, or what kind of one is wanted; null when none is. */
    InvoicePanel invoice(Order order) {
        Optional<Invoice> invoice = invoices.of(order.orderNo());
        if (invoice.isEmpty()
                && (!Invoices.isWanted(order.fields()) || order.status().isEnd())) {
            return null;
        }
        InvoiceStatus status = invoice.map(Invoice::status).orElse(InvoiceStatus.NONE);
        Optional<Invoice> refused = corrections.refused(order.orderNo());
        String number = invoice.map(Invoice::number).orElse(null);
        String type = invoice.map(Invoice::type)
                .orElseGet(() -> order.fields().text("invoiceType").orElse("NONE"));
        return new InvoicePanel(
                wording.text("invoice.type." + type),
                invoice.map(Invoice::title)
                        .orElseGet(() -> order.fields().text("invoiceTitle").orElse("")),
                wording.text("invoice.status." + status + unattended(order, status, refused)),
                Tone.of(status),
                number,
                number == null ? null : "/api/orders/" + order.orderNo() + "/invoice.pdf",
                refused.map(Invoice::reason).map(this::refusal).orElse(null));
    }

    /** A failure that finance is not asked about: settled elsewhere at the end, or asked for again before it. */
    private static String unattended(Order order, InvoiceStatus status, Optional<Invoice> refused) {
        if (status != InvoiceStatus.FAILED || refused.isPresent()) {
            return "";
        }
        return order.status().isEnd() ? ".ended" : ".early";
    }

    private String refusal(String code) {
        return wording.textOr(wording.text("invoice.reason.OTHER"), "invoice.reason." + code);
    }
}
