package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.BidConsents;
import org.keyway.order.BidConsents.Choice;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.shared.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The order waits for a bid opening by itself; the applicant may agree to go on at once. */
@Component
class AwaitBidOpening implements ApplicantStep {

    private final OrderService orders;
    private final BidConsents consents;

    AwaitBidOpening(@Lazy OrderService orders, BidConsents consents) {
        this.orders = orders;
        this.consents = consents;
    }

    @Override
    public String key() {
        return "Task_AwaitBidOpening";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (input.text("bidConsent").filter("true"::equals).isEmpty()) {
            throw Problem.invalid("bidConsent", "step.bid-consent-required");
        }
        consents.record(orders.find(orderNo), Choice.NOW);
        return Map.of();
    }
}
