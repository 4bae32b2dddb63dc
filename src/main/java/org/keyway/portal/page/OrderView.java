package org.keyway.portal.page;

import java.util.List;
import java.util.Map;
import org.keyway.order.OpenStep;
import org.keyway.portal.FieldSection;
import org.keyway.portal.ReturnedTexts.ReturnedText;

/** One order as its page shows it; every time and amount is already text. */
record OrderView(
        Head head,
        List<Milestones.Milestone> milestones,
        Ball ball,
        List<OpenStep> steps,
        List<ReturnedText> returned,
        String continueUrl,
        Next next,
        List<String> methods,
        PaymentPanel payment,
        TransferPanel transfer,
        InvoicePanel invoice,
        ParcelPanel parcel,
        List<KeyViews.KeyView> keys,
        List<HistoryRow> history,
        List<FieldSection> sections,
        List<PaperRow> papers,
        List<DocumentLink> documents,
        boolean withdrawable,
        boolean findable,
        boolean polling,
        boolean uploading,
        Map<String, Object> values) {

    /** What the order is. */
    record Head(
            String orderNo,
            String line,
            String lineText,
            String city,
            String subject,
            String status,
            String statusText,
            String tone,
            String createdAt) {}

    /** Where the applicant goes on after this order, with everything filled in; null mostly. */
    record Next(String lineText, String url) {}

    /** Who has the ball; {@code usual} says how long this step took others, null while too few have done it. */
    record Ball(boolean yours, String who, String step, String since, String due, String usual) {}

    /** What was paid or is to be paid. */
    record PaymentPanel(String amount, String statusText, String tone, String method, String paidAt, String refunded) {}

    /** Where to transfer the money to, the other orders it pays, and what finance said about it last; null when nobody asked for it. */
    record TransferPanel(
            String remarkCode,
            String amount,
            String accountName,
            String accountNumber,
            String bankName,
            long checkHours,
            String alongside,
            String problem) {}

    /** The invoice; address null until there is something to open, reason null unless it was refused. */
    record InvoicePanel(
            String typeText, String title, String statusText, String tone, String number, String url, String reason) {}

    /** The parcel, newest event first. */
    record ParcelPanel(String carrier, String waybillNo, String statusText, List<RouteRow> events) {}

    /** One line of the parcel's trace. */
    record RouteRow(String at, String place, String text) {}

    /** One step of the history. */
    record HistoryRow(String step, String handler, String receivedAt, String handledAt, String opinion) {}

    /** A paper with its address. */
    record PaperRow(String typeName, String fileName, String url) {}

    /** A form to download. */
    record DocumentLink(String code, String title, String url) {}

    /** What the applicant filled in there; empty when nothing. */
    public String field(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }
}
