package org.keyway.payment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bank transfers: the payer hands in the slip, finance finds the money or not, what was found is booked once. */
@Service
public class RemittanceDesk {

    private final Demands demands;
    private final Payments payments;
    private final Remittances remittances;
    private final NoticeDesk notices;
    private final RefundDesk refunds;
    private final ObjectProvider<RemittanceAccount> account;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    RemittanceDesk(
            Demands demands,
            Payments payments,
            Remittances remittances,
            NoticeDesk notices,
            RefundDesk refunds,
            ObjectProvider<RemittanceAccount> account,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.demands = demands;
        this.payments = payments;
        this.remittances = remittances;
        this.notices = notices;
        this.refunds = refunds;
        this.account = account;
        this.own = own;
        this.events = events;
    }

    /** Where to transfer to; empty when the centre takes no transfers. */
    public Optional<RemittanceAccount> account() {
        return Optional.ofNullable(account.getIfAvailable());
    }

    /** The order's transfer, as long as its payment attempt was not closed. */
    public Optional<Remittance> of(String orderNo) {
        return remittances.of(orderNo).filter(each -> payments.find(each.paymentNo())
                .filter(payment -> payment.status() != PaymentStatus.CLOSED)
                .isPresent());
    }

    /** Whether finance is to look for the money now. */
    public boolean isSubmitted(String orderNo) {
        return of(orderNo)
                .filter(each -> each.status() == RemittanceStatus.SUBMITTED)
                .isPresent();
    }

    /** The payer says that the money is on its way; saying it again changes nothing. */
    public void submit(String orderNo, String actor) {
        own.commit(() -> {
            demands.lock(orderNo)
                    .filter(Demands.Demand::isDue)
                    .orElseThrow(() -> Problem.conflict("payment.nothing-due"));
            Remittance remittance = of(orderNo).orElseThrow(() -> Problem.conflict("payment.remittance-not-open"));
            if (remittance.status() != RemittanceStatus.SUBMITTED) {
                remittances.submitted(remittance);
                audit(actor, "remittance.submitted", remittance);
            }
            return orderNo;
        });
    }

    /** Finance has found exactly what is owed; it counts when it is booked. */
    @Transactional
    public void match(String orderNo, String by) {
        decide(orderNo, RemittanceStatus.MATCHED, null, by);
    }

    /** Finance has found something else or nothing; the payer reads the reason. */
    @Transactional
    public void sendBack(String orderNo, String reason, String by) {
        decide(orderNo, RemittanceStatus.RETURNED, reason, by);
    }

    /** The other orders that the same transfer pays. */
    public List<String> alongside(String orderNo) {
        return of(orderNo)
                .flatMap(each -> payments.find(each.paymentNo()))
                .filter(Payment::isShare)
                .map(share -> payments.shares(share.jointNo()))
                .orElse(List.of())
                .stream()
                .map(Payment::orderNo)
                .filter(each -> !each.equals(orderNo))
                .toList();
    }

    /** Books a matched transfer as received; repeating it changes nothing. */
    public void book(String orderNo) {
        Remittance remittance = of(orderNo)
                .filter(each -> each.status() == RemittanceStatus.MATCHED)
                .orElseThrow(() -> new IllegalStateException("No matched remittance of " + orderNo));
        Payment payment = payments.find(remittance.paymentNo())
                .map(Payment::tradedAs)
                .flatMap(payments::find)
                .orElseThrow();
        Trade trade = new Trade(Trade.State.PAID, payment.amountCents(), remittance.remarkCode());
        String refusal = notices.consider(
                payment.provider(),
                new NoticeReading.Verified("matched-" + payment.paymentNo(), payment.paymentNo(), trade, "finance"));
        if (refusal != null) {
            throw new IllegalStateException("Remittance of " + orderNo + " cannot be booked: " + refusal);
        }
    }

    /** Whether finance must transfer money back by hand. */
    public boolean isRefundDue(String orderNo) {
        return refunds.waitingForHand(orderNo).isPresent();
    }

    /** Finance has transferred the money back. */
    @Transactional
    public void refunded(String orderNo, String by) {
        demands.lock(orderNo);
        if (!refunds.madeByHand(orderNo)) {
            throw Problem.conflict("payment.no-refund-due");
        }
        events.publishEvent(new AuditRecord(by, "remittance.refunded", orderNo, "by hand"));
    }

    private void decide(String orderNo, RemittanceStatus next, String reason, String by) {
        demands.lock(orderNo);
        Remittance remittance = of(orderNo)
                .filter(each -> each.status().canBecome(next))
                .orElseThrow(() -> Problem.conflict("payment.remittance-not-submitted"));
        remittances.decided(remittance, next, reason, by);
        audit(by, "remittance." + next.name().toLowerCase(Locale.ROOT), remittance);
    }

    private void audit(String actor, String action, Remittance remittance) {
        events.publishEvent(new AuditRecord(actor, action, remittance.orderNo(), remittance.paymentNo()));
    }
}
