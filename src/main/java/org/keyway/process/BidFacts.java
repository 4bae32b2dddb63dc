package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.keyway.order.BidConsents;
import org.keyway.order.BidConsents.Choice;
import org.keyway.order.OrderService;
import org.keyway.shared.KeywayClock;
import org.keyway.trading.TradingDesk;
import org.springframework.context.annotation.Lazy;

/** What the bid guard asks: whether bids wait to be opened that only the key as it is now can read. */
@DiagramBean("bids")
public class BidFacts {

    private final OrderService orders;
    private final TradingDesk trading;
    private final BidConsents consents;
    private final LockFacts locks;
    private final Policy policy;
    private final Clock clock;

    BidFacts(
            @Lazy OrderService orders,
            @Lazy TradingDesk trading,
            BidConsents consents,
            LockFacts locks,
            @Lazy Policy policy,
            Clock clock) {
        this.orders = orders;
        this.trading = trading;
        this.consents = consents;
        this.locks = locks;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether the key may be written now: no bid waits, or the applicant has agreed. */
    public boolean isClear(String orderNo) {
        return consents.isGiven(orders.find(orderNo), Choice.NOW)
                || until(orderNo).filter(clock.instant()::isBefore).isEmpty();
    }

    /** Whether waiting for the opening is right: the certificate lasts that long, or the applicant wants it so. */
    public boolean isWaiting(String orderNo) {
        return consents.isGiven(orders.find(orderNo), Choice.WAIT)
                || until(orderNo)
                        .filter(end -> !end.isAfter(locks.notAfter(orderNo)))
                        .isPresent();
    }

    /** When the key may be written without anybody's consent. */
    public Date waitsUntil(String orderNo) {
        return Date.from(until(orderNo).orElseGet(clock::instant));
    }

    /** When the bids open: what the trading system told counts, else what the applicant filled in. */
    public Optional<Instant> openingAt(String orderNo) {
        return trading.bidOpeningAt(orderNo)
                .or(() -> orders.find(orderNo).fields().text("bidOpeningAt").map(BidFacts::instant));
    }

    private Optional<Instant> until(String orderNo) {
        Duration after = Duration.parse(policy.term(orderNo, "afterBid"));
        return openingAt(orderNo).map(opening -> opening.plus(after).truncatedTo(ChronoUnit.SECONDS));
    }

    /** As the form sends it, in local time, or with its offset. */
    private static Instant instant(String text) {
        return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(KeywayClock.ZONE).toInstant();
    }
}
