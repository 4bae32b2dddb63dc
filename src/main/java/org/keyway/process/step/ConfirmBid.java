package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.BidConsents;
import org.keyway.order.BidConsents.Choice;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.shared.Problem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The certificate ends before the bids open: the applicant says whether to write at once or after the opening. */
@Component
class ConfirmBid implements ApplicantStep {

    private static final Map<String, Choice> CHOICES = Map.of("true", Choice.NOW, "false", Choice.WAIT);

    private final OrderService orders;
    private final BidConsents consents;

    ConfirmBid(@Lazy OrderService orders, BidConsents consents) {
        this.orders = orders;
        this.consents = consents;
    }

    @Override
    public String key() {
        return "Task_ConfirmBid";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        Choice choice = input.text("bidConsent")
                .map(CHOICES::get)
                .orElseThrow(() -> Problem.invalid("bidConsent", "step.bid-choice-required"));
        consents.record(orders.find(orderNo), choice);
        return Map.of();
    }
}
