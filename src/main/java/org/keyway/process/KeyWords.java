package org.keyway.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.shared.KeywayClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Words of a message about a key in use: until when its certificate is valid, when the bids open that need it. */
@Component
class KeyWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(KeywayClock.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(KeywayClock.ZONE);

    private final LockFacts locks;
    private final BidFacts bids;

    KeyWords(LockFacts locks, @Lazy BidFacts bids) {
        this.locks = locks;
        this.bids = bids;
    }

    Map<String, String> of(Order order) {
        Map<String, String> words = new HashMap<>();
        bids.openingAt(order.orderNo()).ifPresent(at -> words.put("bidOpeningAt", MINUTE.format(at)));
        if (order.line() != BusinessLine.NEW_ISSUANCE) {
            Instant end = locks.notAfter(order.orderNo());
            words.put("notAfter", DAY.format(end));
        }
        return words;
    }
}
