package org.keyway.trading;

/** The trading system told a new standing of an account. */
public record CreditChanged(String account, boolean approved) {}
