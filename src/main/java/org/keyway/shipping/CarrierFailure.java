package org.keyway.shipping;

/** The carrier could not be reached or understood; whether the call had an effect is unknown. Carries no partner text. */
public final class CarrierFailure extends RuntimeException {

    public CarrierFailure(String carrier, String operation, String cause) {
        super(carrier + " " + operation + " failed: " + cause);
    }

    public CarrierFailure(String carrier, String operation, Exception cause) {
        this(carrier, operation, cause.getClass().getSimpleName());
    }
}
