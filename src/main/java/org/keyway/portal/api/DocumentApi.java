package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.keyway.document.Documents;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderStatus;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.Wording;
import org.keyway.portal.dossier.Dossiers;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Generated PDF forms: filled in for an order, or blank for everybody. */
@RestController
@Tag(name = "documents")
class DocumentApi {

    private static final Set<String> BLANKS = Set.of(
            "application-form",
            "business-registration",
            "seal-sample-sheet",
            "authorization-letter",
            "risk-notice",
            "loss-statement");

    private final Documents documents;
    private final Dossiers dossiers;
    private final OrderAccess access;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DocumentApi(
            Documents documents,
            Dossiers dossiers,
            OrderAccess access,
            Wording wording,
            Clock clock,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.dossiers = dossiers;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/api/orders/{orderNo}/documents/{code}.pdf")
    @Operation(operationId = "orderDocument")
    ResponseEntity<byte[]> document(@PathVariable String orderNo, @PathVariable String code, Authentication person) {
        Actor actor = Actor.of(person);
        Order order = access.visible(orderNo, actor);
        boolean own = access.isOwn(order, actor);
        byte[] pdf = dossiers.pdf(order, code, own);
        if (!own) {
            events.publishEvent(new AuditRecord(actor.account(), "order.document-read", orderNo, code));
        }
        return answer(pdf, orderNo + "-" + dossiers.title(code) + ".pdf");
    }

    @GetMapping("/api/templates/{code}.pdf")
    @Operation(operationId = "blankDocument")
    ResponseEntity<byte[]> blank(@PathVariable String code) {
        if (!BLANKS.contains(code) || !documents.offers(code)) {
            throw Problem.notFound("portal.document.unknown");
        }
        Instant now = clock.instant();
        Order nobody = new Order(
                "", BusinessLine.NEW_ISSUANCE, "", "", "", OrderStatus.DRAFT, 0, false, Fields.empty(), now, now);
        byte[] pdf = documents.render(code, nobody, Map.of());
        return answer(pdf, wording.text("document." + code) + ".pdf");
    }

    private static ResponseEntity<byte[]> answer(byte[] pdf, String name) {
        return FileAnswer.inline(pdf, MediaType.APPLICATION_PDF_VALUE, name);
    }
}
