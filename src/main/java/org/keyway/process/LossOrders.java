package org.keyway.process;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.keyway.ukey.KeyClaims;
import org.keyway.ukey.KeyStatus;
import org.keyway.ukey.KeyStock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the orders that a loss has to do with: the open report of a key, its replacement. */
@Component
public class LossOrders {

    private static final Set<KeyStatus> GONE = EnumSet.of(KeyStatus.LOST, KeyStatus.DAMAGED, KeyStatus.REVOKED);

    private final OrderService orders;
    private final KeyClaims claims;
    private final KeyStock stock;

    LossOrders(@Lazy OrderService orders, KeyClaims claims, KeyStock stock) {
        this.orders = orders;
        this.claims = claims;
        this.stock = stock;
    }

    /** Whether the order asks to let a key go, and does not report a loss. */
    public static boolean isRelease(Order order) {
        return order.fields().text("lossOperation").filter("RELEASE"::equals).isPresent();
    }

    /** The report under which the key is held back now. */
    public Optional<Order> openReport(String serial) {
        return first(serial, other -> other.line() == BusinessLine.LOSS_UNBLOCK && !isRelease(other) && isOpen(other));
    }

    /** Whether a replacement for the key is under way. */
    boolean isBeingReplaced(String serial) {
        return first(serial, other -> other.line() == BusinessLine.REPLACEMENT && isOpen(other))
                .isPresent();
    }

    /** Whether another key has taken its place, so that it can never be let go. */
    boolean isReplaced(String serial) {
        return GONE.contains(stock.find(serial).status())
                || first(serial, other -> other.line() == BusinessLine.REPLACEMENT)
                        .filter(other -> other.status() == OrderStatus.COMPLETED)
                        .isPresent();
    }

    /** Whether the key can be reported: it is in use, whatever holds it back meanwhile. */
    boolean isReportable(String serial) {
        return stock.find(serial).isHeld() && !GONE.contains(stock.find(serial).status());
    }

    private Optional<Order> first(String serial, Predicate<Order> wanted) {
        return claims.ordersOn(serial).stream().map(orders::find).filter(wanted).findFirst();
    }

    private static boolean isOpen(Order order) {
        return order.status() != OrderStatus.DRAFT && !order.status().isEnd();
    }
}
