package org.keyway.portal.dossier;

import java.util.List;
import java.util.Map;
import org.keyway.certificate.CertificateView;
import org.keyway.order.HistoryEntry;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.portal.Divisions;
import org.keyway.portal.Wording;
import org.keyway.shared.Masking;
import org.keyway.shipping.ParcelHistory;
import org.keyway.shipping.ParcelHistory.Sending;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** Money, steps, keys and parcels of an order as its documents print them. */
@Component
class OrderFacts {

    private final PaymentService payments;
    private final OrderHistory history;
    private final Keys keys;
    private final ParcelHistory parcels;
    private final Divisions divisions;
    private final Wording wording;

    OrderFacts(
            PaymentService payments,
            OrderHistory history,
            Keys keys,
            ParcelHistory parcels,
            Divisions divisions,
            Wording wording) {
        this.payments = payments;
        this.history = history;
        this.keys = keys;
        this.parcels = parcels;
        this.divisions = divisions;
        this.wording = wording;
    }

    /** What money was asked for; empty while nothing was. */
    String amount(String orderNo) {
        return payments.of(orderNo)
                .map(PaymentView::amountCents)
                .or(() -> payments.dueCents(orderNo))
                .map(Wording::yuan)
                .orElse("");
    }

    List<Map<String, Object>> payments(String orderNo) {
        return payments.attempts(orderNo).stream()
                .map(view -> Row.of("paymentNo", view.paymentNo())
                        .and("method", wording.text("payment.method." + view.method()))
                        .and("amount", Wording.yuan(view.amountCents()))
                        .and("status", wording.text("payment.status." + view.status()))
                        .and("paidAt", wording.time(view.paidAt()))
                        .and("refunded", view.refundedCents() == 0 ? "" : Wording.yuan(view.refundedCents()))
                        .asMap())
                .toList();
    }

    List<Map<String, Object>> history(Order order) {
        return history.of(order.orderNo()).stream()
                .map(entry -> Row.of("step", entry.step())
                        .and("handler", handler(entry, order))
                        .and("receivedAt", wording.time(entry.receivedAt()))
                        .and("handledAt", wording.time(entry.handledAt()))
                        .and("opinion", entry.opinion())
                        .asMap())
                .toList();
    }

    List<Map<String, Object>> keys(String orderNo) {
        return keys.of(orderNo).stream().map(this::key).toList();
    }

    List<Map<String, Object>> parcels(String orderNo) {
        return parcels.of(orderNo).stream().map(this::parcel).toList();
    }

    private String handler(HistoryEntry entry, Order order) {
        if (entry.handler() == null) {
            return entry.handledAt() == null ? "" : wording.text("group.machine");
        }
        return entry.handler().equals(order.applicant()) ? wording.text("handler.self") : entry.handler();
    }

    private Map<String, Object> key(KeyView key) {
        return Row.of("serial", key.serial())
                .and("model", key.model())
                .and("state", wording.text("key.state." + key.state()))
                .and("seal", key.seal() == null ? "" : wording.date(key.seal().notAfter()))
                .and(
                        "certificates",
                        key.certificates().stream().map(this::certificate).toList())
                .asMap();
    }

    private Map<String, Object> certificate(CertificateView view) {
        return Row.of("serial", view.serial())
                .and("use", wording.text("certificate.use." + view.use()))
                .and("notBefore", wording.date(view.notBefore()))
                .and("notAfter", wording.date(view.notAfter()))
                .and("state", wording.text("certificate.state." + view.state()))
                .asMap();
    }

    private Map<String, Object> parcel(Sending sending) {
        return Row.of("round", sending.round())
                .and("carrier", wording.text("carrier." + sending.carrier()))
                .and("waybillNo", sending.waybillNo())
                .and("status", wording.text("parcel." + sending.status()))
                .and("dispatchedAt", wording.time(sending.dispatchedAt()))
                .and("freight", wording.text("dossier.freight." + sending.freight()))
                .and("keySerials", String.join(" ", sending.keySerials()))
                .and("consignee", sending.consignee().name())
                .and("mobile", Masking.mobile(sending.consignee().mobile()))
                .and(
                        "address",
                        divisions.name(sending.consignee().division()) + " "
                                + sending.consignee().address())
                .and(
                        "events",
                        sending.events().stream()
                                .map(event -> Row.of("at", wording.time(event.at()))
                                        .and("place", event.place())
                                        .and("text", event.text())
                                        .asMap())
                                .toList())
                .asMap();
    }
}
