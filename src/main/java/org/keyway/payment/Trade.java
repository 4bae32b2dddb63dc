package org.keyway.payment;

/** What the provider says about an attempt: its state, the amount in CNY cents and the provider's own number. */
public record Trade(State state, long amountCents, String tradeNo) {

    /** The provider's states as far as they matter to us. */
    public enum State {
        UNKNOWN,
        WAITING,
        PAID,
        REFUSED,
        CLOSED
    }

    /** The provider does not know the attempt, or nothing happened yet. */
    public static Trade of(State state) {
        return new Trade(state, 0, null);
    }
}
