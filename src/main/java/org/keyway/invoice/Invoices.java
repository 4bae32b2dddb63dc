package org.keyway.invoice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of orders. What is wanted is written down first; {@link InvoiceRounds} then carries it to the platform
 * and asks until there is an answer.
 */
@Service
public class Invoices {

    static final String UNREACHABLE = "UNREACHABLE";

    private final InvoiceBook book;
    private final ApplicationEventPublisher events;

    Invoices(InvoiceBook book, ApplicationEventPublisher events) {
        this.book = book;
        this.events = events;
    }

    /** Whether the application asks for an invoice. */
    public static boolean isWanted(Fields fields) {
        return fields.text("invoiceType").filter(type -> !type.equals("NONE")).isPresent();
    }

    /**
     * Asks for the invoice of an order, in CNY cents. Repeating it changes nothing, unless the last request failed: then
     * it is made again, under a new number if the platform had refused the old one.
     */
    @Transactional
    public void request(String orderNo, Fields fields, long cents) {
        List<Invoice> before = book.of(orderNo);
        if (before.isEmpty()) {
            add(orderNo, 1, fields, cents);
        } else if (before.get(0).status() == InvoiceStatus.FAILED) {
            if (isAnswerUnknown(before.get(0))) {
                book.again(before.get(0));
            } else {
                add(orderNo, before.size() + 1, fields, cents);
            }
        }
    }

    /** Whether the platform never answered this request, so that it may have issued the invoice all the same. */
    static boolean isAnswerUnknown(Invoice invoice) {
        return UNREACHABLE.equals(invoice.reason());
    }

    /** Requests that the tax platform has not answered for that long. */
    public List<Invoice> unanswered(Duration silence) {
        return book.unanswered(silence);
    }

    /** The newest ordinary invoice of the order. */
    public Optional<Invoice> of(String orderNo) {
        return book.of(orderNo).stream().findFirst();
    }

    /** The invoice as PDF, once it is issued. */
    public Optional<byte[]> pdf(String orderNo) {
        return of(orderNo).flatMap(invoice -> book.pdf(invoice.requestNo()));
    }

    /**
     * Takes back so much of an issued invoice that it stands for no more than {@code keptCents}, what was paid and not
     * given back; repeating it changes nothing, and without an issued invoice there is nothing to do. One that is just
     * being issued is waited for.
     */
    @Transactional
    public void reverse(String orderNo, long keptCents) {
        Optional<Invoice> issued = book.of(orderNo).stream()
                .flatMap(each -> book.lock(each.requestNo()).stream())
                .filter(each -> each.status() == InvoiceStatus.ISSUED || each.status() == InvoiceStatus.RED)
                .findFirst();
        if (issued.isEmpty()) {
            return;
        }
        List<Invoice> reds = book.redOf(issued.get().requestNo());
        long reversed = reds.stream().mapToLong(Invoice::amountCents).sum();
        long cents = issued.get().amountCents() - reversed - keptCents;
        if (cents > 0) {
            String number = issued.get().requestNo() + "R" + (reds.size() + 1);
            add(
                    number,
                    orderNo,
                    issued.get().requestNo(),
                    issued.get().type(),
                    issued.get().title(),
                    cents);
        }
    }

    private void add(String orderNo, int round, Fields fields, long cents) {
        String type = fields.text("invoiceType").orElseThrow();
        String title = fields.text("invoiceTitle")
                .or(() -> fields.text("organizationName"))
                .or(() -> fields.text("handlerName"))
                .orElse("");
        add("%sF%02d".formatted(orderNo, round), orderNo, null, type, title, cents);
    }

    private void add(String requestNo, String orderNo, String redOf, String type, String title, long cents) {
        book.add(new Invoice(
                requestNo, orderNo, redOf, type, title, cents, InvoiceStatus.REQUESTED, null, null, false, 0, 0));
        String action = redOf == null ? "invoice.requested" : "invoice.red-requested";
        events.publishEvent(new AuditRecord("system", action, orderNo, requestNo));
    }
}
