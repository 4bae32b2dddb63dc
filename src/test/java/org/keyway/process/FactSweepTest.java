package org.keyway.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;
import org.junit.jupiter.api.Test;

class FactSweepTest {

    private static final String PAID = "Message_PaymentReceived";

    private final RuntimeService runtime = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    private final OrderFacts facts = mock(OrderFacts.class);

    @Test
    void whoeverWasToldMeanwhileKeepsNobodyElseWaiting() {
        EventSubscriptionQuery nothing = mock(EventSubscriptionQuery.class, RETURNS_DEEP_STUBS);
        EventSubscriptionQuery waiting = mock(EventSubscriptionQuery.class);
        when(runtime.createEventSubscriptionQuery().eventName(anyString())).thenReturn(nothing);
        when(runtime.createEventSubscriptionQuery().eventName(PAID)).thenReturn(waiting);
        List<EventSubscription> both = List.of(subscription("told"), subscription("forgotten"));
        when(waiting.list()).thenReturn(both);
        when(facts.isPaid(any())).thenReturn(true);
        doThrow(new ProcessEngineException("eventSubscriptions is empty"))
                .when(runtime)
                .messageEventReceived(PAID, "told");

        new FactSweep(runtime, facts, mock(ChangeFacts.class), mock(LossFacts.class), Clock.systemUTC()).sweep();

        verify(runtime).messageEventReceived(PAID, "forgotten");
    }

    private static EventSubscription subscription(String execution) {
        EventSubscription subscription = mock(EventSubscription.class);
        when(subscription.getCreated()).thenReturn(new Date());
        when(subscription.getEventName()).thenReturn(PAID);
        when(subscription.getExecutionId()).thenReturn(execution);
        return subscription;
    }
}
