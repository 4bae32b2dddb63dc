package org.keyway.portal.page;

import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.CaseRow;
import org.keyway.payment.JointPayments;
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
            String actionText,
            boolean payable,
            String jointNo) {}

    private final Cities cities;
    private final JointPayments joints;
    private final Wording wording;

    RowViews(Cities cities, JointPayments joints, Wording wording) {
        this.cities = cities;
        this.joints = joints;
        this.wording = wording;
    }

    /** The rows of a list, with the joint payments they belong to. */
    List<RowView> of(List<CaseRow> list) {
        Map<String, String> numbers =
                joints.numbers(list.stream().map(CaseRow::orderNo).toList());
        return list.stream().map(row -> of(row, numbers.get(row.orderNo()))).toList();
    }

    private RowView of(CaseRow row, String jointNo) {
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
                wording.text("action." + action(row)),
                row.status() == org.keyway.order.OrderStatus.AWAITING_PAYMENT,
                jointNo);
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
