package org.keyway.trading;

/** The trading system accepted or rejected the binding of the order's keys; {@code reason} may be empty. */
public record BindingAnswered(String orderNo, boolean accepted, String reason) {}
