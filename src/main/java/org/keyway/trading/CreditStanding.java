package org.keyway.trading;

/** Whether an account is approved in the trading centre's credit library. */
public enum CreditStanding {
    APPROVED,
    NOT_APPROVED;

    static CreditStanding of(boolean approved) {
        return approved ? APPROVED : NOT_APPROVED;
    }

    public boolean isApproved() {
        return this == APPROVED;
    }
}
