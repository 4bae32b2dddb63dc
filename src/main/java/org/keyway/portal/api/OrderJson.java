package org.keyway.portal.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** One order as the public API shows it. */
record OrderJson(
        String orderNo,
        String line,
        String region,
        String status,
        String statusText,
        int round,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        WaitingFor waitingFor,
        Map<String, Object> fields,
        List<AttachmentJson> attachments,
        List<HistoryJson> history,
        PaymentJson payment,
        ParcelJson parcel,
        List<KeyJson> keys,
        InvoiceJson invoice,
        List<ReturnedJson> returnedItems,
        NextJson next) {

    /** Who has the ball; null when nobody has. */
    record WaitingFor(String group, String groupText, String step, OffsetDateTime since, OffsetDateTime due) {}

    /** One paper. */
    record AttachmentJson(
            String id,
            String type,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            int pages,
            int round,
            String reusedFrom) {}

    /** One step of the history. */
    record HistoryJson(
            String step, String handler, OffsetDateTime receivedAt, OffsetDateTime handledAt, String opinion) {}

    /** The payment that counts; {@code jointPaymentNo} when it is a share of a payment for several orders. */
    record PaymentJson(
            String paymentNo,
            String method,
            String status,
            long amountCents,
            OffsetDateTime paidAt,
            long refundedCents,
            String jointPaymentNo) {}

    /** The invoice; status {@code NONE} while there is none. */
    record InvoiceJson(String status, String type, String title, String number, String url) {}

    /** The parcel and its trace, oldest first. */
    record ParcelJson(String waybillNo, String carrier, String status, List<RouteJson> events) {}

    /** One line of the trace. */
    record RouteJson(OffsetDateTime at, String place, String text) {}

    /** The line where the applicant goes on, with an address that opens its form filled in; null mostly. */
    record NextJson(String line, String url) {}

    /** A field or paper to correct. */
    record ReturnedJson(String item, String code, String note, String text) {}
}
