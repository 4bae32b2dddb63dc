package org.keyway.portal.sandbox;

import java.util.Map;
import org.keyway.document.Documents;
import org.keyway.invoice.InvoiceIssuer.Demand;
import org.keyway.invoice.sandbox.SamplePaper;
import org.keyway.order.OrderService;
import org.keyway.portal.Wording;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Draws the sandbox platform's sample invoices with {@code templates/pdf/invoice-sample.html}. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SampleInvoices implements SamplePaper {

    private final Documents documents;
    private final OrderService orders;
    private final Wording wording;

    SampleInvoices(Documents documents, OrderService orders, Wording wording) {
        this.documents = documents;
        this.orders = orders;
        this.wording = wording;
    }

    @Override
    public byte[] draw(Demand demand, String number) {
        String sign = demand.redOfNumber() == null ? "" : "-";
        Map<String, Object> texts = Map.of(
                "number",
                number,
                "typeName",
                wording.text("invoice.type." + demand.type()),
                "title",
                demand.buyer().title(),
                "taxNumber",
                demand.buyer().taxNumber(),
                "redOf",
                demand.redOfNumber() == null ? "" : demand.redOfNumber(),
                "amount",
                sign + Wording.yuan(demand.amountCents()));
        return documents.render("invoice-sample", orders.find(demand.orderNo()), texts);
    }
}
