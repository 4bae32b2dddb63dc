package org.keyway.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.RemittanceDesk;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Ways to pay that the cities of orders offer. */
@Component
public class PaymentMethods {

    private static final String SANDBOX = "SANDBOX";

    private final PolicyTables policies;
    private final RemittanceDesk remittances;
    private final KeywayProperties properties;

    PaymentMethods(PolicyTables policies, RemittanceDesk remittances, KeywayProperties properties) {
        this.policies = policies;
        this.remittances = remittances;
        this.properties = properties;
    }

    /** What all these orders can be paid by; the sandbox comes first in a demo and nowhere else. */
    public List<String> of(Collection<Order> orders) {
        Set<String> common = null;
        for (Order order : orders) {
            if (common == null) {
                common = new LinkedHashSet<>(offered(order));
            } else {
                common.retainAll(offered(order));
            }
        }
        List<String> methods = new ArrayList<>(common == null ? Set.of() : common);
        if (remittances.account().isEmpty()) {
            methods.remove(PaymentMethod.BANK_TRANSFER.name());
        }
        boolean sandbox = methods.remove(SANDBOX);
        if (sandbox && properties.demo()) {
            methods.add(0, SANDBOX);
        }
        return List.copyOf(methods);
    }

    /** The method of this name, if the cities of all these orders offer it. */
    public PaymentMethod of(Collection<Order> orders, String name) {
        boolean offered = orders.stream().allMatch(order -> offered(order).contains(name));
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> offered && method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("method", "portal.payment.method"));
    }

    private List<String> offered(Order order) {
        return policies.region(order.line(), order.region())
                .map(RegionPolicy::paymentMethods)
                .orElse(List.of());
    }
}
