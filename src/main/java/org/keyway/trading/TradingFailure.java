package org.keyway.trading;

/** The trading system could not be reached or understood; whether the call had an effect is unknown. Carries no partner text. */
public final class TradingFailure extends RuntimeException {

    public TradingFailure(String system, String operation, String cause) {
        super(system + " " + operation + " failed: " + cause);
    }

    public TradingFailure(String system, String operation, Exception cause) {
        this(system, operation, cause.getClass().getSimpleName());
    }
}
