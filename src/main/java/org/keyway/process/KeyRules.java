package org.keyway.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.LineRules;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.shared.Problem.FieldError;
import org.keyway.ukey.KeyClaims;
import org.keyway.ukey.KeyStatus;
import org.keyway.ukey.Keys;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Orders about a key in use name one of the applicant's own, and no two of them work on it at the same time. */
@Component
class KeyRules implements LineRules {

    private static final String FIELD = "keySerial";

    /** A loss is reported at any time, whatever else is going on with the key. */
    private static final Set<BusinessLine> FREE =
            Set.of(BusinessLine.NEW_ISSUANCE, BusinessLine.LOSS_UNBLOCK, BusinessLine.SPECIAL_SERVICE);

    /** Without a key to work on these lines have nothing to do. */
    private static final Set<BusinessLine> NAMED = Set.of(BusinessLine.CHANGE, BusinessLine.REPLACEMENT);

    private final Keys keys;
    private final KeyClaims claims;
    private final KeyHolders holders;
    private final ServiceCatalogue catalogue;
    private final OrderService orders;

    KeyRules(Keys keys, KeyClaims claims, KeyHolders holders, ServiceCatalogue catalogue, @Lazy OrderService orders) {
        this.keys = keys;
        this.claims = claims;
        this.holders = holders;
        this.catalogue = catalogue;
        this.orders = orders;
    }

    @Override
    public List<FieldError> check(Order order) {
        List<FieldError> errors = new ArrayList<>();
        if (order.line() == BusinessLine.NEW_ISSUANCE) {
            return errors;
        }
        if (order.line() == BusinessLine.SPECIAL_SERVICE
                && catalogue.of(order.fields(), order.region()).isEmpty()) {
            errors.add(new FieldError("service", "line.service-unknown"));
        }
        Optional<String> serial = serial(order);
        if (serial.isPresent() && keys.find(serial.get(), order.applicant()).isEmpty()) {
            errors.add(new FieldError(FIELD, "line.key-unknown"));
        } else if (serial.isPresent() && !FREE.contains(order.line())) {
            unfit(order, serial.get()).ifPresent(errors::add);
            busy(order, serial.get())
                    .ifPresent(other -> errors.add(new FieldError(FIELD, "line.key-busy", other.orderNo())));
        }
        if (serial.isEmpty() && NAMED.contains(order.line())) {
            errors.add(new FieldError(FIELD, "line.key-required"));
        }
        if (order.line() == BusinessLine.REPLACEMENT && mustBeNew(order) && !Replacements.isNewKey(order)) {
            errors.add(new FieldError("newKey", "line.new-key-required"));
        }
        return errors;
    }

    @Override
    public Fields known(Order order) {
        if (order.line() == BusinessLine.NEW_ISSUANCE) {
            return Fields.empty();
        }
        return serial(order)
                .filter(each -> keys.find(each, order.applicant()).isPresent())
                .map(holders::of)
                .orElse(Fields.empty());
    }

    /** The key that the order names by its serial number or by that of a certificate on it. */
    Optional<String> serial(Order order) {
        Optional<String> named = order.fields().text(FIELD).map(text -> text.toUpperCase());
        return named.or(() -> order.fields()
                .text("certificateSerial")
                .flatMap(wanted -> keys.ofAccount(order.applicant()).stream()
                        .filter(key -> key.certificates().stream()
                                .anyMatch(each -> each.serial().equalsIgnoreCase(wanted)))
                        .map(key -> key.serial())
                        .findFirst())
                .or(() -> order.line() == BusinessLine.REPLACEMENT ? onlyOne(order) : Optional.empty()));
    }

    /** A lost key cannot be written again. */
    private static boolean mustBeNew(Order order) {
        return order.fields().text("replacementReason").isPresent()
                && !Replacements.reason(order).equals("DAMAGED");
    }

    /** Only a key that works can be changed, and only one that is not given up already can be replaced. */
    private Optional<FieldError> unfit(Order order, String serial) {
        KeyStatus status = keys.find(serial, order.applicant()).orElseThrow().state();
        if (order.line() == BusinessLine.CHANGE && status != KeyStatus.ACTIVE) {
            return Optional.of(new FieldError(FIELD, "line.key-not-in-use"));
        }
        return order.line() == BusinessLine.REPLACEMENT && !status.isHeld()
                ? Optional.of(new FieldError(FIELD, "line.key-given-up"))
                : Optional.empty();
    }

    /** Who has lost a key seldom knows its number; who has but one need not say which. */
    private Optional<String> onlyOne(Order order) {
        List<String> held = keys.ofAccount(order.applicant()).stream()
                .filter(key -> key.state().isHeld())
                .map(key -> key.serial())
                .toList();
        return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
    }

    private Optional<Order> busy(Order order, String serial) {
        return claims.ordersOn(serial).stream()
                .filter(other -> !other.equals(order.orderNo()))
                .map(orders::find)
                .filter(other -> !other.status().isEnd() && !FREE.contains(other.line()))
                .findFirst();
    }
}
