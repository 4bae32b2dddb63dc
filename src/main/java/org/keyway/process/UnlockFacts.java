package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.ukey.KeyStatus;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.PinUnlocking;
import org.keyway.ukey.UnlockSlots;
import org.springframework.context.annotation.Lazy;

/** What gateways and timers ask about an order to unlock a key. */
@DiagramBean("unlocks")
public class UnlockFacts {

    private static final Set<KeyStatus> IN_USE = Set.of(KeyStatus.ACTIVE, KeyStatus.PIN_LOCKED);
    private static final int MOST_FAILURES = 3;

    private final OrderService orders;
    private final KeyOrders keyOrders;
    private final KeyHolders holders;
    private final KeyStock stock;
    private final LockFacts locks;
    private final UnlockSlots slots;
    private final PinUnlocking unlocking;
    private final Policy policy;
    private final Clock clock;

    UnlockFacts(
            @Lazy OrderService orders,
            KeyOrders keyOrders,
            KeyHolders holders,
            KeyStock stock,
            LockFacts locks,
            UnlockSlots slots,
            PinUnlocking unlocking,
            @Lazy Policy policy,
            Clock clock) {
        this.orders = orders;
        this.keyOrders = keyOrders;
        this.holders = holders;
        this.stock = stock;
        this.locks = locks;
        this.slots = slots;
        this.unlocking = unlocking;
        this.policy = policy;
        this.clock = clock;
    }

    /** Way of unlocking that the applicant chose, such as {@code REMOTE}. */
    public String mode(String orderNo) {
        return orders.find(orderNo).fields().text("unlockMode").orElse("");
    }

    /** Whether the key is in use, held back by nobody and its certificate not over. */
    public boolean isUnlockable(String orderNo) {
        return keyOrders
                        .claimed(orderNo)
                        .map(stock::find)
                        .filter(key -> IN_USE.contains(key.status()))
                        .isPresent()
                && !locks.isExpired(orderNo);
    }

    /** Whether the order's phone is the one that was reserved when the key was issued. */
    public boolean isReservedPhone(String orderNo) {
        Fields fields = orders.find(orderNo).fields();
        return reservedPhone(orderNo)
                .filter(phone ->
                        fields.text("handlerMobile").filter(phone::equals).isPresent())
                .isPresent();
    }

    /** The handler's phone of the order that issued the key. */
    Optional<String> reservedPhone(String orderNo) {
        return keyOrders.claimed(orderNo).map(holders::of).flatMap(held -> held.text("handlerMobile"));
    }

    /** Whether an appointment stands that is not over yet. */
    public boolean isBooked(String orderNo) {
        return slots.of(orderNo)
                .filter(slot -> slot.plus(noShow(orderNo)).isAfter(clock.instant()))
                .isPresent();
    }

    /** When the appointment begins. */
    public Date slotAt(String orderNo) {
        return Date.from(slot(orderNo));
    }

    /** When the appointment counts as missed. */
    public Date noShowAt(String orderNo) {
        return Date.from(slot(orderNo).plus(noShow(orderNo)));
    }

    /** Whether the applicant may make another appointment. */
    public boolean mayRebook(String orderNo) {
        return slots.bookings(orderNo) <= Integer.parseInt(policy.term(orderNo, "slotRebookings"));
    }

    /** Whether the device has refused so often that a supporter should look. */
    public boolean isFailedOften(String orderNo) {
        return unlocking.failures(orderNo) >= MOST_FAILURES;
    }

    private Instant slot(String orderNo) {
        return slots.of(orderNo).orElseThrow();
    }

    private Duration noShow(String orderNo) {
        return Duration.parse(policy.term(orderNo, "slotNoShow"));
    }
}
