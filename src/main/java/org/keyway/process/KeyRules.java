package org.keyway.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            busy(order, serial.get())
                    .ifPresent(other -> errors.add(new FieldError(FIELD, "line.key-busy", other.orderNo())));
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

    @Override
    public Fields ledTo(Order former, BusinessLine line) {
        if (former.line() != BusinessLine.UNLOCK || line != BusinessLine.REPLACEMENT) {
            return Fields.empty();
        }
        boolean gone = serial(former)
                .flatMap(each -> keys.find(each, former.applicant()))
                .filter(key -> key.state() == KeyStatus.LOST)
                .isPresent();
        return new Fields(Map.of("replacementReason", gone ? "LOST_IN_MAIL" : "DAMAGED", "newKey", "true"));
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
                        .findFirst()));
    }

    private Optional<Order> busy(Order order, String serial) {
        return claims.ordersOn(serial).stream()
                .filter(other -> !other.equals(order.orderNo()))
                .map(orders::find)
                .filter(other -> !other.status().isEnd() && !FREE.contains(other.line()))
                .findFirst();
    }
}
