package org.keyway.invoice;

/**
 * One request to the tax platform; {@code requestNo} is the idempotency key, the amount is in CNY cents.
 *
 * @param redOf request number of the invoice that this one takes back; null for an ordinary one
 * @param reason why the platform did not issue it; null while there is none
 */
public record Invoice(
        String requestNo,
        String orderNo,
        String redOf,
        String type,
        String title,
        long amountCents,
        InvoiceStatus status,
        String number,
        String reason,
        boolean sent,
        int failures,
        int asked) {

    boolean isRed() {
        return redOf != null;
    }
}
