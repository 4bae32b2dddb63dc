package org.keyway.invoice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.Fields;
import org.keyway.order.OrderAmendments;
import org.keyway.order.OrderHistory;
import org.keyway.order.OrderService;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the tax platform refused is put right in the order, so that the next request takes it. */
@Service
public class InvoiceCorrections {

    private static final String STEP = "Task_FixInvoice";
    private static final Set<String> CORRECTABLE = Set.of("invoiceTitle", "invoiceTaxNumber");

    private final InvoiceBook book;
    private final OrderService orders;
    private final OrderHistory history;
    private final OrderAmendments amendments;
    private final ApplicationEventPublisher events;

    InvoiceCorrections(
            InvoiceBook book,
            OrderService orders,
            OrderHistory history,
            OrderAmendments amendments,
            ApplicationEventPublisher events) {
        this.book = book;
        this.orders = orders;
        this.history = history;
        this.amendments = amendments;
        this.events = events;
    }

    /**
     * Takes over what of title and tax number is given and differs. Refused unless the newest request was refused: one
     * that was never answered may have been issued with the old data all the same.
     */
    @Transactional
    public void correct(String orderNo, Map<String, String> given, String by) {
        Fields now = orders.find(orderNo).fields();
        Invoice refused = refused(orderNo).orElseThrow(() -> Problem.conflict("invoice.not-refused"));
        if (Invoices.isAnswerUnknown(refused)) {
            throw Problem.conflict("invoice.answer-unknown");
        }
        Fields changes = new Fields(given.entrySet().stream()
                .filter(entry -> CORRECTABLE.contains(entry.getKey()))
                .filter(entry -> !entry.getValue().isBlank())
                .filter(entry -> !now.text(entry.getKey())
                        .orElse("")
                        .equals(entry.getValue().strip()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip())));
        if (changes.values().isEmpty()) {
            throw Problem.invalid("invoiceTaxNumber", "invoice.nothing-corrected");
        }
        amendments.correct(orderNo, changes);
        events.publishEvent(new AuditRecord(by, "invoice.corrected", orderNo, refused.requestNo()));
    }

    /** Whether there is something to correct: finance is asked, and the platform said no. */
    public boolean isPossible(String orderNo) {
        return refused(orderNo)
                .filter(invoice -> !Invoices.isAnswerUnknown(invoice))
                .isPresent();
    }

    /** The invoice that did not come and about which finance is asked now. */
    public Optional<Invoice> refused(String orderNo) {
        boolean asked =
                history.open(orderNo).stream().anyMatch(step -> step.key().equals(STEP));
        return book.of(orderNo).stream()
                .findFirst()
                .filter(invoice -> asked && invoice.status() == InvoiceStatus.FAILED);
    }
}
