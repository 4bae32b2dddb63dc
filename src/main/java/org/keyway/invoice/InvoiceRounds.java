package org.keyway.invoice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyway.invoice.InvoiceIssuer.Buyer;
import org.keyway.invoice.InvoiceIssuer.Demand;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Carries requests to the tax platform and asks for their results, less and less often; gives up after some failures. */
@Service
class InvoiceRounds {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceRounds.class);
    private static final List<Duration> AFTER_FAILURE =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final int LONGEST_WAIT_SECONDS = 300;

    private final InvoiceBook book;
    private final ObjectProvider<InvoiceIssuer> issuer;
    private final OrderService orders;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    InvoiceRounds(
            InvoiceBook book,
            ObjectProvider<InvoiceIssuer> issuer,
            OrderService orders,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.book = book;
        this.issuer = issuer;
        this.orders = orders;
        this.own = own;
        this.events = events;
    }

    /** One round over everything that is due. */
    void run() {
        book.due().forEach(this::carry);
    }

    private void carry(Invoice invoice) {
        try {
            InvoiceIssuer platform = Optional.ofNullable(issuer.getIfAvailable())
                    .orElseThrow(() -> new InvoiceFailure("lookup", "platform is switched off"));
            if (invoice.sent()) {
                take(invoice, platform.query(invoice.requestNo()));
            } else {
                platform.request(demand(invoice));
                own.commit(() -> later(invoice, true, 0, Duration.ofSeconds(2)));
            }
        } catch (InvoiceFailure e) {
            LOG.warn("Invoice {} waits: {}", invoice.requestNo(), e.getMessage());
            own.commit(() -> failure(invoice));
        }
    }

    private void take(Invoice invoice, InvoiceIssuer.Answer answer) {
        own.commit(() -> {
            if (answer instanceof InvoiceIssuer.Issued issued) {
                return issued(invoice, issued);
            }
            if (answer instanceof InvoiceIssuer.Refused refused) {
                return failed(invoice, refused.code());
            }
            boolean known = answer instanceof InvoiceIssuer.Waiting;
            return later(invoice, known, invoice.asked() + 1, wait(invoice.asked()));
        });
    }

    private static Duration wait(int asked) {
        return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, 2L << Math.min(asked, 10)));
    }

    private boolean later(Invoice invoice, boolean sent, int asked, Duration wait) {
        book.later(invoice, sent, 0, asked, wait);
        return true;
    }

    private boolean failure(Invoice invoice) {
        if (invoice.failures() >= AFTER_FAILURE.size()) {
            return failed(invoice, Invoices.UNREACHABLE);
        }
        Duration wait = AFTER_FAILURE.get(invoice.failures());
        book.later(invoice, invoice.sent(), invoice.failures() + 1, invoice.asked(), wait);
        return true;
    }

    private boolean issued(Invoice invoice, InvoiceIssuer.Issued issued) {
        book.issued(invoice, issued.number(), issued.pdf());
        audit("invoice.issued", invoice);
        if (invoice.isRed()) {
            book.lock(invoice.redOf())
                    .filter(original -> original.status() == InvoiceStatus.ISSUED)
                    .ifPresent(original -> book.move(original, InvoiceStatus.RED));
        } else {
            events.publishEvent(new InvoiceAnswered(invoice.orderNo(), true));
        }
        return true;
    }

    private boolean failed(Invoice invoice, String reason) {
        book.failed(invoice, reason);
        audit("invoice.failed", invoice);
        if (!invoice.isRed()) {
            events.publishEvent(new InvoiceAnswered(invoice.orderNo(), false));
        }
        return true;
    }

    private Demand demand(Invoice invoice) {
        Fields fields = orders.find(invoice.orderNo()).fields();
        Buyer buyer = new Buyer(
                invoice.title(),
                fields.text("invoiceTaxNumber").orElse(""),
                fields.text("invoiceBank").orElse(""),
                fields.text("invoiceAccount").orElse(""),
                fields.text("invoiceAddress").orElse(""),
                fields.text("invoicePhone").orElse(""),
                fields.text("handlerEmail").orElse(""));
        String redOf =
                invoice.isRed() ? book.lock(invoice.redOf()).orElseThrow().number() : null;
        return new Demand(invoice.requestNo(), invoice.orderNo(), invoice.type(), buyer, invoice.amountCents(), redOf);
    }

    private void audit(String action, Invoice invoice) {
        events.publishEvent(new AuditRecord("invoice", action, invoice.orderNo(), invoice.requestNo()));
    }
}
