package org.keyway.invoice;

/**
 * The platform that issues electronic invoices. It works asynchronously: a request is taken, the result is asked for.
 * Technical failures are {@link InvoiceFailure}; every call may be repeated with the same number and has one effect.
 */
public interface InvoiceIssuer {

    /** Who gets the invoice; what is not known is the empty text. */
    record Buyer(
            String title, String taxNumber, String bank, String account, String address, String phone, String email) {}

    /** What to issue; {@code redOfNumber} is the invoice that a red letter takes back, null for an ordinary invoice. */
    record Demand(String requestNo, String orderNo, String type, Buyer buyer, long amountCents, String redOfNumber) {}

    /** What the platform says about a request. */
    sealed interface Answer {}

    /** It never heard of the request. */
    record Unknown() implements Answer {}

    /** It is still working on it. */
    record Waiting() implements Answer {}

    /** The invoice exists: its number and its PDF. */
    record Issued(String number, byte[] pdf) implements Answer {}

    /** It will not issue it; {@code code} is one of letters and underscores. */
    record Refused(String code) implements Answer {}

    /** Hands the request in. */
    void request(Demand demand);

    /** Asks how the request stands. */
    Answer query(String requestNo);
}
