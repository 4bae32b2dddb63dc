package org.keyway.payment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Receives notices: signature over the raw bytes, addressee, our payment, amount; only then it counts, and only once.
 * The provider hears "success" after the commit.
 */
@Service
class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);
    private static final int LONGEST = 64 * 1024;

    private final Gateways gateways;
    private final Demands demands;
    private final Payments payments;
    private final PaymentNotices notices;
    private final Settlement settlement;
    private final RefundDesk refunds;
    private final OwnTransaction own;

    NoticeDesk(
            Gateways gateways,
            Demands demands,
            Payments payments,
            PaymentNotices notices,
            Settlement settlement,
            RefundDesk refunds,
            OwnTransaction own) {
        this.gateways = gateways;
        this.demands = demands;
        this.payments = payments;
        this.notices = notices;
        this.settlement = settlement;
        this.refunds = refunds;
        this.own = own;
    }

    NoticeAnswer receive(String provider, Notice notice) {
        Optional<PaymentGateway> gateway = gateways.named(provider);
        if (gateway.isEmpty()) {
            return NoticeAnswer.unknown();
        }
        NoticeReading reading = notice.body().length > LONGEST
                ? new NoticeReading.Rejected("FORMAT")
                : gateway.get().read(notice);
        String refusal = reading instanceof NoticeReading.Verified verified
                ? consider(provider, verified)
                : ((NoticeReading.Rejected) reading).reason();
        if (refusal != null) {
            LOG.warn("Notice of {} refused: {}", provider, refusal);
            recordRefused(provider, notice, refusal);
        }
        return gateway.get().answer(refusal == null);
    }

    /** What the provider answered to our own question counts like a notice; returns the reason of a refusal or null. */
    String consider(String provider, NoticeReading.Verified verified) {
        Optional<Payment> payment = payments.find(verified.paymentNo())
                .filter(each -> each.provider().equals(provider) && !each.isShare());
        if (payment.isEmpty()) {
            return "PAYMENT";
        }
        if (verified.trade().amountCents() != payment.get().amountCents()) {
            return "AMOUNT";
        }
        List<Refund> late = own.commit(() -> apply(provider, verified, payment.get()));
        late.forEach(refunds::tryToCarryOut);
        return null;
    }

    /** Applies what was verified once, in the transaction around it; returns the refunds of money that came too late. */
    List<Refund> apply(String provider, NoticeReading.Verified verified, Payment payment) {
        Stream<Payment> parts = payment.isJoint() ? payments.shares(payment.paymentNo()).stream() : Stream.of(payment);
        parts.map(Payment::orderNo).sorted().forEach(demands::lock);
        if (notices.isRepeat(provider, verified.noticeId())) {
            return List.of();
        }
        notices.add(provider, verified.noticeId(), verified.paymentNo(), PaymentNotices.APPLIED, verified.kept());
        return settlement.apply(verified.paymentNo(), verified.trade());
    }

    private void recordRefused(String provider, Notice notice, String refusal) {
        String id = "refused-" + sha256(notice.body());
        try {
            own.commit(() -> {
                if (!notices.isRepeat(provider, id)) {
                    notices.add(provider, id, null, "REFUSED_" + refusal, null);
                }
                return id;
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("The same refused notice came twice at once");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
