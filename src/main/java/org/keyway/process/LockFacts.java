package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keyway.certificate.CertificateView;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.ukey.KeyChallenges;
import org.keyway.ukey.KeyLifecycle;
import org.keyway.ukey.KeyStatus;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.LockReading;
import org.springframework.context.annotation.Lazy;

/** What gateways ask about the key in use that an order is about. */
@DiagramBean("locks")
public class LockFacts {

    private final OrderService orders;
    private final KeyOrders keyOrders;
    private final KeyHolders holders;
    private final KeyStock stock;
    private final KeyLifecycle lifecycle;
    private final LockReading reading;
    private final KeyChallenges challenges;
    private final Policy policy;
    private final Clock clock;

    LockFacts(
            @Lazy OrderService orders,
            KeyOrders keyOrders,
            KeyHolders holders,
            KeyStock stock,
            KeyLifecycle lifecycle,
            LockReading reading,
            KeyChallenges challenges,
            @Lazy Policy policy,
            Clock clock) {
        this.orders = orders;
        this.keyOrders = keyOrders;
        this.holders = holders;
        this.stock = stock;
        this.lifecycle = lifecycle;
        this.reading = reading;
        this.challenges = challenges;
        this.policy = policy;
        this.clock = clock;
    }

    /** Status of the device, such as {@code ACTIVE}. */
    public String status(String orderNo) {
        return keyOrders
                .claimed(orderNo)
                .map(stock::find)
                .map(key -> key.status().name())
                .orElse("");
    }

    /** Whether the key can be written and used: in use and held by nobody. */
    public boolean isUsable(String orderNo) {
        return keyOrders
                .claimed(orderNo)
                .filter(serial -> stock.find(serial).status() == KeyStatus.ACTIVE)
                .filter(serial -> lifecycle.holders(serial).isEmpty())
                .isPresent();
    }

    /** Whether the key is plugged in where this server can read it, so that nobody need say that it is there. */
    public boolean isReadable(String orderNo) {
        return keyOrders.claimed(orderNo).filter(reading::isHere).isPresent();
    }

    /** Whether the key, read at its holder's PC, has just signed there with its PIN; nobody need test it again. */
    public boolean isProved(String orderNo) {
        return challenges.isAnswered(orderNo);
    }

    /** Whether the certificate on the key has run out. */
    public boolean isExpired(String orderNo) {
        return !notAfter(orderNo).isAfter(clock.instant());
    }

    /** Whether the certificate ends within the time limit {@code name} of the table {@code terms}. */
    public boolean isEndingWithin(String orderNo, String name) {
        return !notAfter(orderNo).isAfter(clock.instant().plus(Duration.parse(policy.term(orderNo, name))));
    }

    /** Whether the certificate ended longer ago than the time limit {@code name}. */
    public boolean isEndedBeyond(String orderNo, String name) {
        return notAfter(orderNo).isBefore(clock.instant().minus(Duration.parse(policy.term(orderNo, name))));
    }

    /** Whether name or legal representative in the order differ from what the key says. */
    public boolean isHolderChanged(String orderNo) {
        Order order = orders.find(orderNo);
        Fields held = keyOrders.claimed(orderNo).map(holders::of).orElse(Fields.empty());
        return order.fields().text("unchangedDeclared").filter("false"::equals).isPresent()
                || differs(held, order.fields(), "organizationName")
                || differs(held, order.fields(), "legalRepresentative");
    }

    private static boolean differs(Fields held, Fields given, String name) {
        return held.text(name).isPresent()
                && given.text(name).isPresent()
                && !held.text(name).equals(given.text(name));
    }

    /** When the certificate on the key ends; long ago when there is none. */
    Instant notAfter(String orderNo) {
        return keyOrders
                .claimed(orderNo)
                .flatMap(holders::signing)
                .map(CertificateView::notAfter)
                .orElse(Instant.EPOCH);
    }
}
