package org.keyway.trading;

import java.time.Instant;

/** One thing that the trading system tells; {@code noticeId} is the same on every repeat. */
public sealed interface TradingNews {

    String noticeId();

    /** New standing of an account. */
    record Credit(String noticeId, String account, boolean approved) implements TradingNews {}

    /** Answer to a binding request, possibly before the request was made. */
    record Binding(String noticeId, String orderNo, boolean accepted, String reason) implements TradingNews {}

    /** When the bids open. */
    record BidOpening(String noticeId, String orderNo, Instant openingAt) implements TradingNews {}

    /** Not genuine or not readable; {@code reason} is SIGNATURE or FORMAT. */
    record Rejected(String reason) implements TradingNews {

        @Override
        public String noticeId() {
            return "";
        }
    }
}
