package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.invoice.Invoices;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.shared.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The invoice of an order as PDF, once it is issued. */
@RestController
@Tag(name = "invoices")
class InvoiceApi {

    private final OrderAccess access;
    private final Invoices invoices;

    InvoiceApi(OrderAccess access, Invoices invoices) {
        this.access = access;
        this.invoices = invoices;
    }

    @GetMapping("/api/orders/{orderNo}/invoice.pdf")
    @Operation(operationId = "downloadInvoice")
    ResponseEntity<byte[]> invoice(@PathVariable String orderNo, Authentication person) {
        access.visible(orderNo, Actor.of(person));
        byte[] pdf = invoices.pdf(orderNo).orElseThrow(() -> Problem.notFound("invoice.not-issued"));
        return FileAnswer.inline(pdf, MediaType.APPLICATION_PDF_VALUE, "invoice-" + orderNo + ".pdf");
    }
}
