package org.keyway.payment;

import java.util.List;
import java.util.Optional;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The providers that are switched on. */
@Component
class Gateways {

    private final List<PaymentGateway> all;

    Gateways(ObjectProvider<PaymentGateway> all) {
        this.all = all.orderedStream().toList();
    }

    List<PaymentGateway> all() {
        return all;
    }

    Optional<PaymentGateway> named(String provider) {
        return all.stream().filter(each -> each.provider().equals(provider)).findFirst();
    }

    PaymentGateway of(Payment payment) {
        return named(payment.provider())
                .orElseThrow(() -> new GatewayFailure(payment.provider(), "lookup", "provider is switched off"));
    }

    PaymentGateway carrying(PaymentMethod method) {
        return all.stream()
                .filter(each -> each.methods().contains(method))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("method", "payment.method." + method + ".not-offered"));
    }
}
