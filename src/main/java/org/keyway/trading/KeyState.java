package org.keyway.trading;

/** What the trading system is told about a key that it knows. */
public enum KeyState {
    SUSPENDED,
    ACTIVE,
    REVOKED
}
