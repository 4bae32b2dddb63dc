package org.keyway.trading;

import java.time.Instant;

/** The trading system told when the bids open for which the order's key is needed. */
public record BidOpeningChanged(String orderNo, Instant openingAt) {}
