package org.keyway.portal.api;

import java.util.List;
import org.keyway.invoice.Invoice;
import org.keyway.invoice.InvoiceStatus;
import org.keyway.invoice.Invoices;
import org.keyway.order.CaseList;
import org.keyway.order.HistoryEntry;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.order.ReturnedItems;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.portal.Actor;
import org.keyway.portal.MaskedFields;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.ReturnTexts;
import org.keyway.portal.Wording;
import org.keyway.portal.api.OrderJson.AttachmentJson;
import org.keyway.portal.api.OrderJson.HistoryJson;
import org.keyway.portal.api.OrderJson.InvoiceJson;
import org.keyway.portal.api.OrderJson.NextJson;
import org.keyway.portal.api.OrderJson.ParcelJson;
import org.keyway.portal.api.OrderJson.PaymentJson;
import org.keyway.portal.api.OrderJson.ReturnedJson;
import org.keyway.portal.api.OrderJson.RouteJson;
import org.keyway.portal.api.OrderJson.WaitingFor;
import org.keyway.shipping.ParcelView;
import org.keyway.shipping.Parcels;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** Gathers everything about one order from the capabilities. */
@Component
class OrderJsons {

    private final OrderHistory history;
    private final CaseList cases;
    private final ReturnedItems returned;
    private final Materials materials;
    private final PaymentService payments;
    private final Invoices invoices;
    private final Parcels parcels;
    private final Keys keys;
    private final OrderAccess access;
    private final ReturnTexts returnTexts;
    private final Wording wording;

    OrderJsons(
            OrderHistory history,
            CaseList cases,
            ReturnedItems returned,
            Materials materials,
            PaymentService payments,
            Invoices invoices,
            Parcels parcels,
            Keys keys,
            OrderAccess access,
            ReturnTexts returnTexts,
            Wording wording) {
        this.history = history;
        this.cases = cases;
        this.returned = returned;
        this.materials = materials;
        this.payments = payments;
        this.invoices = invoices;
        this.parcels = parcels;
        this.keys = keys;
        this.access = access;
        this.returnTexts = returnTexts;
        this.wording = wording;
    }

    OrderJson of(Order order, Actor actor) {
        String orderNo = order.orderNo();
        return new OrderJson(
                orderNo,
                order.line().slug(),
                order.region(),
                order.status().name(),
                statusText(order),
                order.round(),
                Wording.iso(order.createdAt()),
                Wording.iso(order.updatedAt()),
                waitingFor(orderNo),
                MaskedFields.of(order.fields(), access.isOwn(order, actor)),
                materials.of(orderNo).stream().map(OrderJsons::attachment).toList(),
                history.of(orderNo).stream().map(OrderJsons::step).toList(),
                payments.of(orderNo).map(OrderJsons::payment).orElse(null),
                parcels.of(orderNo).map(OrderJsons::parcel).orElse(null),
                keys.of(orderNo).stream().map(KeyJsons::of).toList(),
                invoice(order),
                returnedOf(order),
                next(orderNo));
    }

    String statusText(Order order) {
        return wording.status(order.status());
    }

    private NextJson next(String orderNo) {
        return cases.find(orderNo)
                .filter(row -> row.redirectLine() != null)
                .map(row -> new NextJson(row.redirectLine(), Wording.next(row.redirectLine(), orderNo)))
                .orElse(null);
    }

    private List<ReturnedJson> returnedOf(Order order) {
        return returned.of(order.orderNo()).stream()
                .map(item -> new ReturnedJson(item.item(), item.code(), item.note(), returnTexts.of(item)))
                .toList();
    }

    private WaitingFor waitingFor(String orderNo) {
        return cases.find(orderNo)
                .filter(row -> row.waitingGroup() != null)
                .map(row -> new WaitingFor(
                        row.waitingGroup(),
                        wording.text("group." + row.waitingGroup()),
                        row.waitingStep(),
                        Wording.iso(row.waitingSince()),
                        Wording.iso(row.waitingDue())))
                .orElse(null);
    }

    static AttachmentJson attachment(Attachment paper) {
        return new AttachmentJson(
                paper.id(),
                paper.type(),
                paper.fileName(),
                paper.mediaType(),
                paper.size(),
                paper.sha256(),
                paper.pages(),
                paper.round(),
                paper.reusedFrom());
    }

    private static HistoryJson step(HistoryEntry entry) {
        return new HistoryJson(
                entry.step(),
                entry.handler(),
                Wording.iso(entry.receivedAt()),
                Wording.iso(entry.handledAt()),
                entry.opinion());
    }

    static PaymentJson payment(PaymentView view) {
        return new PaymentJson(
                view.paymentNo(),
                view.method().name(),
                view.status().name(),
                view.amountCents(),
                Wording.iso(view.paidAt()),
                view.refundedCents(),
                view.jointNo());
    }

    private InvoiceJson invoice(Order order) {
        Invoice invoice = invoices.of(order.orderNo()).orElse(null);
        if (invoice == null) {
            return new InvoiceJson(
                    InvoiceStatus.NONE.name(),
                    order.fields().text("invoiceType").orElse("NONE"),
                    order.fields().text("invoiceTitle").orElse(null),
                    null,
                    null);
        }
        String url = invoice.number() == null ? null : "/api/orders/" + order.orderNo() + "/invoice.pdf";
        return new InvoiceJson(invoice.status().name(), invoice.type(), invoice.title(), invoice.number(), url);
    }

    private static ParcelJson parcel(ParcelView view) {
        List<RouteJson> events = view.events().stream()
                .map(event -> new RouteJson(Wording.iso(event.at()), event.place(), event.text()))
                .toList();
        return new ParcelJson(view.waybillNo(), view.carrier(), view.status().name(), events);
    }
}
