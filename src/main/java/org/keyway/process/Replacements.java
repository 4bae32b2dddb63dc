package org.keyway.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderAmendments;
import org.keyway.order.OrderService;
import org.keyway.order.RegionPolicy;
import org.keyway.ukey.KeyStock;
import org.springframework.context.annotation.Lazy;

/** What gateways ask about a replacement, and what it does to the key that is replaced. */
@DiagramBean("replacements")
public class Replacements {

    private static final String DAMAGED = "DAMAGED";

    private final OrderService orders;
    private final OrderAmendments amendments;
    private final DecisionTables tables;
    private final KeyOrders keyOrders;
    private final KeyEffects effects;
    private final KeyStock stock;
    private final LossCases lossCases;

    Replacements(
            @Lazy OrderService orders,
            OrderAmendments amendments,
            DecisionTables tables,
            KeyOrders keyOrders,
            KeyEffects effects,
            KeyStock stock,
            LossCases lossCases) {
        this.orders = orders;
        this.amendments = amendments;
        this.tables = tables;
        this.keyOrders = keyOrders;
        this.effects = effects;
        this.stock = stock;
        this.lossCases = lossCases;
    }

    /** Why the key is replaced, as {@code reason-effect} calls it. */
    public String cause(String orderNo) {
        return reason(orders.find(orderNo));
    }

    /** Whether another device takes the place of the old one. */
    public boolean isNewKey(String orderNo) {
        return isNewKey(orders.find(orderNo));
    }

    /** Whether it is known where the new key shall go. */
    public boolean isAddressKnown(String orderNo) {
        Fields fields = orders.find(orderNo).fields();
        return fields.text("deliveryMode").filter("PICKUP"::equals).isPresent()
                || fields.text("consigneeAddress").isPresent()
                        && fields.text("consigneeName").isPresent();
    }

    /** A key out of its holder's hands is held back at once, and the open case of its loss is told. */
    public void secure(String orderNo) {
        if (!cause(orderNo).equals(DAMAGED)) {
            effects.apply(orderNo, keyOrders.claimed(orderNo).orElseThrow(), "TEMPORARY_LOSS");
        }
        lossCases.replacementStarted(orderNo);
    }

    /** Writes into the order that a new key is made, and says how it is written and delivered. */
    public Map<String, Object> toNewKey(String orderNo) {
        Order order = orders.find(orderNo);
        RegionPolicy policy = tables.region(order.line(), order.region()).orElseThrow();
        Map<String, Object> amended = new HashMap<>(Map.of("newKey", "true"));
        if (order.fields()
                .text("deliveryMode")
                .filter(mode -> !mode.equals("NONE"))
                .isEmpty()) {
            amended.put("deliveryMode", "MAIL");
            first(policy.freights()).ifPresent(freight -> amended.putIfAbsent("freight", freight));
        }
        Fields fields = amendments.amend(orderNo, new Fields(amended)).fields();
        return Map.of(
                ProcessVariable.NEW_KEY.key(),
                "true",
                ProcessVariable.WRITE_MODE.key(),
                policy.writeMode(),
                ProcessVariable.DELIVERY_MODE.key(),
                fields.text("deliveryMode").orElse("MAIL"));
    }

    /** Whether the old key can still be given back to its holder: nothing on it was revoked. */
    boolean canBeFound(Order order) {
        return order.line() == BusinessLine.REPLACEMENT
                && !order.status().isEnd()
                && !reason(order).equals(DAMAGED)
                && keyOrders
                        .claimed(order.orderNo())
                        .filter(serial -> stock.find(serial).isHeld())
                        .isPresent();
    }

    static boolean isNewKey(Order order) {
        return order.fields().text("newKey").filter("true"::equals).isPresent();
    }

    static String reason(Order order) {
        return order.fields().text("replacementReason").orElse(DAMAGED);
    }

    private static Optional<String> first(List<String> choices) {
        return choices.stream().findFirst();
    }
}
