package org.keyway.payment.bank;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.payment.BillLine;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.RefundStatus;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;

/** The bank tells nothing by itself: finance books what came in, and transfers back by hand what is refunded. */
class BankTransferGateway implements PaymentGateway {

    @Override
    public String provider() {
        return "bank";
    }

    @Override
    public Set<PaymentMethod> methods() {
        return EnumSet.of(PaymentMethod.BANK_TRANSFER);
    }

    /** There is nothing to scan. */
    @Override
    public String open(Attempt attempt) {
        return "";
    }

    @Override
    public Trade query(String paymentNo) {
        return Trade.of(Trade.State.WAITING);
    }

    @Override
    public void close(String paymentNo) {
        // an account cannot be shut for one payer; what still comes is found by its remark
    }

    @Override
    public RefundStatus refund(RefundCall call) {
        return RefundStatus.PENDING;
    }

    /** The bank writes a statement for finance, not a bill of ours. */
    @Override
    public Optional<List<BillLine>> bill(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public NoticeReading read(Notice notice) {
        return new NoticeReading.Rejected("SIGNATURE");
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        return NoticeAnswer.text(400, "no notices expected");
    }
}
