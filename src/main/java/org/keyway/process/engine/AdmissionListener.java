package org.keyway.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.keyway.order.BidConsents;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.order.OrderService;
import org.keyway.process.KeyOrders;
import org.keyway.process.OrderFacts;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands at the start event of every business line: whoever starts the process, portal or Tasklist, the order is
 * validated here, becomes the business key, and its routing variables are set from the decision tables.
 */
@Component
class AdmissionListener implements ExecutionListener {

    private final ObjectProvider<OrderService> orders;
    private final ObjectProvider<OrderHistory> history;
    private final ObjectProvider<OrderFacts> facts;
    private final ObjectProvider<KeyOrders> keyOrders;
    private final ObjectProvider<BidConsents> bidConsents;
    private final ProblemTexts texts;

    AdmissionListener(
            ObjectProvider<OrderService> orders,
            ObjectProvider<OrderHistory> history,
            ObjectProvider<OrderFacts> facts,
            ObjectProvider<KeyOrders> keyOrders,
            ObjectProvider<BidConsents> bidConsents,
            ProblemTexts texts) {
        this.orders = orders;
        this.history = history;
        this.facts = facts;
        this.keyOrders = keyOrders;
        this.bidConsents = bidConsents;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String orderNo = ProcessVariable.ORDER_NO
                .in(execution)
                .orElseThrow(() -> new BadUserRequestException(texts.of("engine.order-missing")));
        try {
            Order order = orders.getObject().admit(orderNo, CurrentPerson.name());
            execution.setProcessBusinessKey(orderNo);
            keyOrders.getObject().claim(order);
            bidConsents.getObject().recordApplication(order);
            Map<String, Object> variables = facts.getObject().startVariables(order);
            execution.setVariables(variables);
            history.getObject().milestone(orderNo, execution.getCurrentActivityName(), order.createdBy());
        } catch (Problem problem) {
            throw CurrentPerson.isPresent() ? new BadUserRequestException(texts.of(problem)) : problem;
        }
    }
}
