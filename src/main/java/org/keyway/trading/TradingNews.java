package org.keyway.trading;

import java.time.Instant;

/** One thing that the trading system tells; {@code noticeId} is the same on every repeat. */
public sealed interface TradingNews {

    String noticeId();

    /** New standing of an account. */
    record Credit(String noticeId, String account, boolean approved) implements TradingNews {}

    /**
     * Answer to a binding request.
     *
     * @param requestNo which one; empty when it does not say, as before any was made
     */
    record Binding(String noticeId, String orderNo, String requestNo, boolean accepted, String reason)
            implements TradingNews {

        /** Whether it was said about this request, as far as it says. */
        boolean isAbout(String request) {
            return requestNo.isEmpty() || requestNo.equals(request);
        }
    }

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
