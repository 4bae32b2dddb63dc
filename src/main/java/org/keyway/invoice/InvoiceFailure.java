package org.keyway.invoice;

/** The tax platform could not be reached or understood; whether the call had an effect is unknown. Carries no partner text. */
public final class InvoiceFailure extends RuntimeException {

    public InvoiceFailure(String operation, String cause) {
        super("invoice " + operation + " failed: " + cause);
    }

    public InvoiceFailure(String operation, Exception cause) {
        this(operation, cause.getClass().getSimpleName());
    }
}
