package org.keyway.payment;

import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the provider about attempts of which nothing was heard, and shuts there what was closed here. */
@Service
class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final Payments payments;
    private final Gateways gateways;
    private final NoticeDesk notices;
    private final RefundDesk refunds;

    Reconciliation(Payments payments, Gateways gateways, NoticeDesk notices, RefundDesk refunds) {
        this.payments = payments;
        this.gateways = gateways;
        this.notices = notices;
        this.refunds = refunds;
    }

    void run() {
        payments.toAsk(QUIET).forEach(this::ask);
        refunds.carryOutOpen();
    }

    private void ask(Payment payment) {
        payments.asked(payment.paymentNo());
        try {
            Trade trade = gateways.of(payment).query(payment.paymentNo());
            if (trade.state() == Trade.State.PAID) {
                apply(payment, trade);
            } else if (payment.status() == PaymentStatus.CLOSED || hasLostAnOrder(payment)) {
                shut(payment);
            }
        } catch (RuntimeException e) {
            LOG.warn("Asking about {} failed: {}", payment.paymentNo(), e.getMessage());
        }
    }

    /** Money that was on its way all the same pays for the shares that are still open. */
    private void shut(Payment payment) {
        gateways.of(payment).close(payment.paymentNo());
        if (payment.status() != PaymentStatus.CLOSED) {
            payments.move(payment, PaymentStatus.CLOSED);
        }
        payments.shutAtProvider(payment.paymentNo());
    }

    /** Nobody is to pay for an order that has left; a transfer cannot be shut as long as one of its orders waits for it. */
    private boolean hasLostAnOrder(Payment payment) {
        Stream<PaymentStatus> shares =
                payments.shares(payment.paymentNo()).stream().map(Payment::status);
        return payment.isJoint()
                && (payment.method() == PaymentMethod.BANK_TRANSFER
                        ? shares.allMatch(PaymentStatus.CLOSED::equals)
                        : shares.anyMatch(PaymentStatus.CLOSED::equals));
    }

    private void apply(Payment payment, Trade trade) {
        String id = "asked-" + payment.paymentNo();
        String refusal = notices.consider(
                payment.provider(), new NoticeReading.Verified(id, payment.paymentNo(), trade, "query"));
        if (refusal != null) {
            LOG.error("The provider's books differ from ours for {}: {}", payment.paymentNo(), refusal);
        }
    }
}
