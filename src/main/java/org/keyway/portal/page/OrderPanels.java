package org.keyway.portal.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.keyway.order.CaseList;
import org.keyway.order.CaseRow;
import org.keyway.order.CaseStatistics;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.portal.Wording;
import org.keyway.portal.page.KeyViews.KeyView;
import org.keyway.portal.page.OrderView.Ball;
import org.keyway.portal.page.OrderView.ParcelPanel;
import org.keyway.portal.page.OrderView.PaymentPanel;
import org.keyway.portal.page.OrderView.RouteRow;
import org.keyway.shipping.ParcelView;
import org.keyway.shipping.Parcels;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** The parts of an order's page that come from the capabilities. */
@Component
class OrderPanels {

    private final CaseList cases;
    private final CaseStatistics statistics;
    private final PaymentService payments;
    private final Parcels parcels;
    private final Keys keys;
    private final KeyViews keyViews;
    private final Wording wording;

    OrderPanels(
            CaseList cases,
            CaseStatistics statistics,
            PaymentService payments,
            Parcels parcels,
            Keys keys,
            KeyViews keyViews,
            Wording wording) {
        this.cases = cases;
        this.statistics = statistics;
        this.payments = payments;
        this.parcels = parcels;
        this.keys = keys;
        this.keyViews = keyViews;
        this.wording = wording;
    }

    Ball ball(String orderNo, boolean own) {
        return cases.find(orderNo)
                .filter(row -> row.waitingGroup() != null && row.waitingStep() != null)
                .map(row -> ball(row, own))
                .orElse(null);
    }

    OrderView.Next next(String orderNo) {
        return cases.find(orderNo)
                .filter(row -> row.redirectLine() != null)
                .map(row -> new OrderView.Next(
                        wording.text("line." + row.redirectLine()), Wording.next(row.redirectLine(), orderNo)))
                .orElse(null);
    }

    private Ball ball(CaseRow row, boolean own) {
        return new Ball(
                own && row.waitingGroup().equals("applicant"),
                wording.text("group." + row.waitingGroup()),
                row.waitingStep(),
                wording.time(row.waitingSince()),
                wording.time(row.waitingDue()),
                statistics.usual(row.orderNo()).map(wording::span).orElse(null));
    }

    PaymentPanel payment(String orderNo) {
        Optional<Long> due = payments.dueCents(orderNo);
        if (due.isPresent()) {
            String text = wording.text("payment.status.PENDING");
            return new PaymentPanel(Wording.yuan(due.get()), text, "amber", null, null, null);
        }
        return payments.of(orderNo).map(this::panel).orElse(null);
    }

    private PaymentPanel panel(PaymentView view) {
        return new PaymentPanel(
                Wording.yuan(view.amountCents()),
                wording.text("payment.status." + view.status()),
                Tone.of(view.status()),
                wording.text("payment.method." + view.method()),
                wording.time(view.paidAt()),
                view.refundedCents() == 0 ? null : Wording.yuan(view.refundedCents()));
    }

    ParcelPanel parcel(String orderNo) {
        return parcels.of(orderNo).map(this::panel).orElse(null);
    }

    private ParcelPanel panel(ParcelView view) {
        List<RouteRow> newestFirst = new ArrayList<>(view.events().stream()
                .map(event -> new RouteRow(wording.time(event.at()), event.place(), event.text()))
                .toList());
        Collections.reverse(newestFirst);
        return new ParcelPanel(
                wording.text("carrier." + view.carrier()),
                view.waybillNo(),
                wording.text("parcel." + view.status()),
                newestFirst);
    }

    List<KeyView> keys(String orderNo) {
        return keys.of(orderNo).stream().map(keyViews::of).toList();
    }
}
