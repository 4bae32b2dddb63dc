package org.keyway.document;

import java.math.BigDecimal;
import java.util.Optional;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** City and fee of an order as its documents print them, from the decision tables; empty where these are silent. */
@Component
final class PolicyWords {

    private final ObjectProvider<PolicyTables> tables;
    private final DocumentTexts texts;

    PolicyWords(ObjectProvider<PolicyTables> tables, DocumentTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    String city(Order order) {
        return ask(order)
                .flatMap(policy -> policy.region(order.line(), order.region()))
                .map(RegionPolicy::city)
                .orElse("");
    }

    String fee(Order order) {
        return ask(order)
                .flatMap(policy -> policy.feeCents(order.line(), order.region(), order.fields()))
                .map(cents -> texts.text("fee.sign", "")
                        + BigDecimal.valueOf(cents, 2).toPlainString())
                .orElse("");
    }

    private Optional<PolicyTables> ask(Order order) {
        return Optional.ofNullable(tables.getIfAvailable())
                .filter(policy -> !order.region().isBlank());
    }
}
