package org.keyway.process;

import org.keyway.certificate.RevocationReason;
import org.keyway.ukey.KeyLifecycle;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/** Does to a key what the decision table {@code reason-effect} says about a cause. */
@Component
public class KeyEffects {

    private final DecisionTables tables;
    private final KeyStock stock;
    private final KeyLifecycle lifecycle;

    KeyEffects(DecisionTables tables, KeyStock stock, KeyLifecycle lifecycle) {
        this.tables = tables;
        this.stock = stock;
        this.lifecycle = lifecycle;
    }

    /**
     * Applies a cause such as {@code STOLEN} to the key for this order; repeating it changes nothing. Answers whether the
     * key is only held back, so that the world must learn of it before anything else happens.
     */
    public boolean apply(String orderNo, String serial, String cause) {
        boolean written = !stock.find(serial).isBlank();
        ReasonEffect effect = tables.effect(cause, written)
                .orElseThrow(() -> new IllegalStateException("reason-effect has no row for " + cause));
        switch (effect.key()) {
            case "SUSPENDED" -> lifecycle.hold(serial, orderNo);
            case "LOST", "LOST_IN_TRANSIT" -> lifecycle.lose(serial, orderNo, reason(effect));
            case "DAMAGED" -> lifecycle.damage(serial, orderNo, reason(effect));
            case "REVOKED" -> lifecycle.revoke(serial, orderNo, reason(effect));
            case "ACTIVE" -> lifecycle.supersedeFormer(serial, orderNo, reason(effect));
            default -> throw new IllegalStateException("reason-effect: " + cause + " cannot do " + effect.key());
        }
        return effect.key().equals("SUSPENDED");
    }

    /** The table writes reasons as RFC 5280 does: {@code keyCompromise}. */
    private static RevocationReason reason(ReasonEffect effect) {
        String name = effect.revocationReason().replaceAll("([A-Z])", "_$1").toUpperCase();
        return RevocationReason.valueOf(name);
    }
}
