package org.keyway.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;

/**
 * A payment provider. Every call may be repeated with the same number and has one effect; technical failures are
 * {@link GatewayFailure}, whose outcome at the provider is unknown.
 */
public interface PaymentGateway {

    /** An attempt to open; amount in CNY cents. */
    record Attempt(String paymentNo, String orderNo, long amountCents) {}

    /** A refund to make; {@code refundNo} is the idempotency key, amounts in CNY cents. */
    record RefundCall(String refundNo, String paymentNo, long amountCents, long paidCents) {}

    /** Name in the path of its notices, lower case. */
    String provider();

    /** Methods it carries. */
    Set<PaymentMethod> methods();

    /** Opens the attempt and returns the text of the QR code to pay it. */
    String open(Attempt attempt);

    /** Asks how the attempt stands. */
    Trade query(String paymentNo);

    /** Makes the attempt unpayable; does nothing when it is unknown or closed. */
    void close(String paymentNo);

    /** Gives money back: DONE, PENDING (ask again later) or REFUSED. */
    RefundStatus refund(RefundCall call);

    /** All money that moved on that day in China; empty when the provider writes no bills. */
    Optional<List<BillLine>> bill(LocalDate day);

    /** Checks signature, form and addressee of a notice. */
    NoticeReading read(Notice notice);

    /** What the provider expects to hear. */
    NoticeAnswer answer(boolean accepted);
}
