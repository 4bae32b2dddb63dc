package org.keyway.payment;

import java.util.List;
import java.util.Optional;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Service;

/** Holds receipts of the bank against the transfers that are waited for, by remark, and books what belongs together. */
@Service
class TransferBooking {

    private final BankReceipts receipts;
    private final Remittances remittances;
    private final Payments payments;
    private final Checkout checkout;
    private final JointCheckout jointCheckout;
    private final NoticeDesk notices;
    private final RefundDesk refunds;

    TransferBooking(
            BankReceipts receipts,
            Remittances remittances,
            Payments payments,
            Checkout checkout,
            JointCheckout jointCheckout,
            NoticeDesk notices,
            RefundDesk refunds) {
        this.receipts = receipts;
        this.remittances = remittances;
        this.payments = payments;
        this.checkout = checkout;
        this.jointCheckout = jointCheckout;
        this.notices = notices;
        this.refunds = refunds;
    }

    /** What the receipt is about and what is to be done with it. */
    StatementMatch match(BankReceipt receipt) {
        if (receipt.state() == ReceiptState.BOOKED) {
            return new StatementMatch(
                    receipt, ReceiptVerdict.EXCESS, -receipt.returnCents(), orders(payments.find(receipt.paymentNo())));
        }
        Optional<Payment> meant = meant(receipt.remarkCode());
        if (meant.isEmpty()) {
            return new StatementMatch(receipt, ReceiptVerdict.UNKNOWN, 0, List.of());
        }
        List<String> orders = orders(meant);
        if (meant.get().status() != PaymentStatus.PENDING) {
            return new StatementMatch(receipt, ReceiptVerdict.NOT_DUE, 0, orders);
        }
        long due = meant.get().amountCents() - came(receipt.remarkCode());
        return new StatementMatch(receipt, due > 0 ? ReceiptVerdict.SHORT : ReceiptVerdict.OVER, due, orders);
    }

    /** Books the transfer of this remark when exactly what is owed has come; how many receipts that were. */
    int bookIfExact(String code, String by) {
        boolean exact = meant(code)
                .filter(payment -> payment.status() == PaymentStatus.PENDING)
                .filter(payment -> payment.amountCents() == came(code))
                .isPresent();
        return exact ? book(code, by) : 0;
    }

    /** Books the transfer of this remark with all that has come, at least what is owed; the rest is to go back. */
    int book(String code, String by) {
        Payment payment = meant(code).orElseThrow();
        List<BankReceipt> came = receipts.openOf(code);
        long excess = came(code) - payment.amountCents();
        for (BankReceipt receipt : came) {
            long back = Math.min(excess, receipt.amountCents());
            receipts.booked(receipt.receiptNo(), payment.paymentNo(), back, by);
            excess -= back;
        }
        parts(payment).forEach(part -> remittances.found(part.paymentNo(), by));
        Trade trade = new Trade(Trade.State.PAID, payment.amountCents(), code);
        String notice = "statement-" + payment.paymentNo();
        notices.apply(
                        payment.provider(),
                        new NoticeReading.Verified(notice, payment.paymentNo(), trade, "statement"),
                        payment)
                .forEach(refunds::carryOut);
        return came.size();
    }

    /** The remark under which money for these orders is waited for; opens a transfer when the payer did not. */
    String codeFor(List<String> orderNos, String by) {
        if (orderNos.isEmpty()) {
            throw Problem.invalid("orderNos", "statement.orders");
        }
        String first = orderNos.get(0);
        Optional<Remittance> open = remittances.of(first).filter(each -> payments.find(each.paymentNo())
                .filter(payment -> payment.status() == PaymentStatus.PENDING)
                .isPresent());
        if (orderNos.size() == 1 && open.isPresent()) {
            return open.get().remarkCode();
        }
        if (orderNos.size() == 1) {
            checkout.pay(first, PaymentMethod.BANK_TRANSFER, by);
        } else {
            jointCheckout.pay(orderNos, PaymentMethod.BANK_TRANSFER, by);
        }
        return remittances.of(first).orElseThrow().remarkCode();
    }

    private long came(String code) {
        return receipts.openOf(code).stream()
                .mapToLong(BankReceipt::amountCents)
                .sum();
    }

    private Optional<Payment> meant(String code) {
        return Optional.ofNullable(code)
                .flatMap(remittances::named)
                .flatMap(payments::find)
                .map(Payment::tradedAs)
                .flatMap(payments::find);
    }

    private List<String> orders(Optional<Payment> payment) {
        return payment.map(this::parts).orElse(List.of()).stream()
                .map(Payment::orderNo)
                .toList();
    }

    private List<Payment> parts(Payment payment) {
        return payment.isJoint() ? payments.shares(payment.paymentNo()) : List.of(payment);
    }
}
