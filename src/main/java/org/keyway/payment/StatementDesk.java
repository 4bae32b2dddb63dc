package org.keyway.payment;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bank statements: what matches to the cent is booked, the rest waits for finance. */
@Service
public class StatementDesk {

    private final StatementReader reader;
    private final BankReceipts receipts;
    private final TransferBooking booking;
    private final RefundDesk refunds;
    private final ApplicationEventPublisher events;

    StatementDesk(
            StatementReader reader,
            BankReceipts receipts,
            TransferBooking booking,
            RefundDesk refunds,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.receipts = receipts;
        this.booking = booking;
        this.refunds = refunds;
        this.events = events;
    }

    /** Takes in a statement; nothing of it when a line is wrong, and each receipt once however often it is brought. */
    @Transactional
    public StatementImport bring(byte[] file, String by) {
        List<StatementLine> lines = reader.read(file);
        Map<String, Integer> alike = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        int fresh = 0;
        for (StatementLine line : lines) {
            String receiptNo = line.receiptNo(alike.merge(line.likeness(), 1, Integer::sum));
            Optional<String> code = RemarkCode.in(line.remark());
            if (receipts.add(receiptNo, line, code.orElse(null), by)) {
                fresh++;
                code.ifPresent(codes::add);
                events.publishEvent(new AuditRecord(by, "receipt.brought", receiptNo, String.valueOf(line.cents())));
            }
        }
        int booked =
                codes.stream().mapToInt(code -> booking.bookIfExact(code, by)).sum();
        return new StatementImport(fresh, booked, lines.size() - fresh);
    }

    /** What waits for finance, oldest first. */
    public List<StatementMatch> toDo() {
        return receipts.toDo().stream().map(booking::match).toList();
    }

    /** Finance knows what the money is for: one order, or several that are paid together; booked when it is exact. */
    @Transactional
    public void assign(String receiptNo, List<String> orderNos, String by) {
        open(receiptNo);
        String code = booking.codeFor(orderNos, by);
        receipts.meantFor(receiptNo, code, by);
        audit(by, "receipt.assigned", receiptNo, code);
        booking.bookIfExact(code, by);
    }

    /** More came than was owed: the orders are paid, the rest is to go back by hand. */
    @Transactional
    public void bookWithExcess(String receiptNo, String by) {
        StatementMatch match = booking.match(open(receiptNo));
        if (match.verdict() != ReceiptVerdict.OVER) {
            throw Problem.conflict("statement.not-over");
        }
        booking.book(match.receipt().remarkCode(), by);
        audit(by, "receipt.booked-over", receiptNo, String.valueOf(-match.dueCents()));
    }

    /** Finance has transferred it back, or what was too much of it; {@code note} names the bank's voucher. */
    @Transactional
    public void returned(String receiptNo, String note, String by) {
        BankReceipt receipt = receipts.lock(receiptNo)
                .filter(each -> each.state() == ReceiptState.OPEN || each.returnCents() > 0)
                .orElseThrow(() -> Problem.conflict("statement.done"));
        if (note == null || note.isBlank() || note.length() > 200) {
            throw Problem.invalid("note", "statement.note");
        }
        receipts.returned(receipt, note.strip(), by);
        audit(by, "receipt.returned", receiptNo, receipt.state().name());
    }

    /** Transfers that were booked together with others although their order had left. */
    public List<LateTransfer> late() {
        return refunds.lateByHand().stream()
                .map(refund -> new LateTransfer(refund.refundNo(), refund.orderNo(), refund.amountCents()))
                .toList();
    }

    /** Finance has sent this one back. */
    @Transactional
    public void lateReturned(String refundNo, String by) {
        Refund refund = refunds.lateByHand().stream()
                .filter(each -> each.refundNo().equals(refundNo))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("payment.no-refund-due"));
        refunds.made(refund);
        audit(by, "remittance.refunded", refund.orderNo(), refundNo);
    }

    private BankReceipt open(String receiptNo) {
        return receipts.lock(receiptNo)
                .filter(each -> each.state() == ReceiptState.OPEN)
                .orElseThrow(() -> Problem.conflict("statement.done"));
    }

    private void audit(String by, String action, String receiptNo, String detail) {
        events.publishEvent(new AuditRecord(by, action, receiptNo, detail));
    }
}
