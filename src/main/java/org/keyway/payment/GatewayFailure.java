package org.keyway.payment;

/** The provider could not be reached or understood; whether the call had an effect is unknown. Carries no partner text. */
public final class GatewayFailure extends RuntimeException {

    public GatewayFailure(String provider, String operation, String cause) {
        super(provider + " " + operation + " failed: " + cause);
    }

    public GatewayFailure(String provider, String operation, Exception cause) {
        this(provider, operation, cause.getClass().getSimpleName());
    }
}
