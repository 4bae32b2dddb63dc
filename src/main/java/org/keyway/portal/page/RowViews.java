package org.keyway.portal.page;

import org.keyway.order.BusinessLine;
import org.keyway.order.CaseRow;
import org.keyway.portal.Cities;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Rows of lists as people read them. */
@Component
class RowViews {

    /** One order in a list, with the action that its status suggests. */
    record RowView(
            String orderNo,
            String line,
            String city,
            String subject,
            String fee,
            String statusText,
            String tone,
            String defects,
            String waiting,
            String createdAt,
            String actionUrl,
            String actionText) {}

    private final Cities cities;
    private final Wording wording;

    RowViews(Cities cities, Wording wording) {
        this.cities = cities;
        this.wording = wording;
    }

    RowView of(CaseRow row) {
        String subject = row.subjectName() == null ? row.handlerName() : row.subjectName();
        boolean draft = row.status() == org.keyway.order.OrderStatus.DRAFT;
        String page = "/orders/" + row.orderNo();
        return new RowView(
                row.orderNo(),
                BusinessLine.of(row.line()).map(wording::line).orElse(""),
                cities.name(row.region()),
                subject == null ? "" : subject,
                row.feeCents() == null ? "" : Wording.yuan(row.feeCents()),
                wording.status(row.status()),
                Tone.of(row.status()),
                row.defectText(),
                row.waitingGroup() == null ? "" : wording.text("group." + row.waitingGroup()),
                wording.time(row.createdAt()),
                draft ? "/apply/" + row.line() + "?order=" + row.orderNo() : page,
                wording.text("action." + action(row)));
    }

    private static String action(CaseRow row) {
        return switch (row.status()) {
            case DRAFT -> "continue";
            case RETURNED -> "correct";
            case AWAITING_PAYMENT -> "pay";
            case AWAITING_SELF_WRITE -> "write";
            case SHIPPED -> "receive";
            default -> "view";
        };
    }
}
