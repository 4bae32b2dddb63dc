package org.keyway.process;

import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Brings what a change has changed into the register of subscribers, when the account itself is what changed. */
@Component
public class HolderRegistry {

    private final OrderService orders;
    private final Subscribers subscribers;

    HolderRegistry(@Lazy OrderService orders, Subscribers subscribers) {
        this.orders = orders;
        this.subscribers = subscribers;
    }

    /** Updates the account of the order; repeating it changes nothing. */
    public void update(String orderNo) {
        Order order = orders.find(orderNo);
        subscribers
                .find(order.applicant())
                .filter(account -> isSame(account, order.fields()))
                .map(account -> changed(account, order.fields()))
                .ifPresent(subscribers::change);
    }

    /** An account may hold keys of several organisations; only its own is registered with it. */
    private static boolean isSame(Subscriber account, Fields fields) {
        return account.uscc() == null
                || account.uscc().equals(fields.text("uscc").orElse(null));
    }

    private static Subscriber changed(Subscriber account, Fields fields) {
        Fields changes = KeyHolders.changes(fields);
        boolean legal = changes.text("legalRepresentative").isPresent();
        return new Subscriber(
                account.account(),
                account.holderType(),
                changes.text("organizationName").orElse(account.organizationName()),
                account.uscc(),
                changes.text("legalRepresentative").orElse(account.legalRepresentative()),
                legal ? fields.text("newLegalMobile").orElse(account.legalMobile()) : account.legalMobile(),
                legal ? fields.text("newLegalEmail").orElse(account.legalEmail()) : account.legalEmail(),
                changes.text("handlerName").orElse(account.contactName()),
                changes.text("handlerMobile").orElse(account.contactMobile()),
                changes.text("handlerEmail").orElse(account.contactEmail()),
                account.creditApproved());
    }
}
