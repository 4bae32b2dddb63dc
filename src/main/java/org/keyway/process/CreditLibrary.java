package org.keyway.process;

import org.keyway.subscriber.Subscribers;
import org.keyway.trading.CreditChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the subscribers what the trading system decided about an account. */
@Component
class CreditLibrary {

    private final Subscribers subscribers;

    CreditLibrary(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @EventListener
    void on(CreditChanged news) {
        subscribers.creditChanged(news.account(), news.approved());
    }
}
