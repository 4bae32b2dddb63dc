package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds waits whose fact was committed in the very moment in which they began, so that neither saw the other: looks at
 * young subscriptions only and tells them what the tables know.
 */
@Component
class FactSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FactSweep.class);
    private static final Duration YOUNG = Duration.ofMinutes(15);

    private final RuntimeService runtime;
    private final Clock clock;
    private final Map<String, Predicate<String>> known;

    FactSweep(RuntimeService runtime, OrderFacts facts, ChangeFacts changes, LossFacts losses, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
        known = Map.of(
                "Message_PaymentReceived", facts::isPaid,
                "Message_ParcelReturned", facts::isParcelReturned,
                "Message_ParcelLost", facts::isParcelLost,
                "Message_BindingAnswered", facts::isBindingAnswered,
                "Message_InvoiceAnswered", facts::isInvoiceAnswered,
                "Message_ReleaseRequest", losses::isReleaseAsked,
                "Message_ReplacementStarted", losses::isBeingReplaced,
                "Message_ReplacementFinished", losses::isReplacementOver,
                "Message_CreditApproved", changes::isNameApproved);
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 30_000)
    void sweep() {
        Instant since = clock.instant().minus(YOUNG);
        known.forEach((message, isKnown) -> runtime.createEventSubscriptionQuery().eventName(message).list().stream()
                .filter(waiting -> waiting.getCreated().toInstant().isAfter(since))
                .forEach(waiting -> tell(waiting, isKnown)));
    }

    private void tell(EventSubscription waiting, Predicate<String> isKnown) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(waiting.getProcessInstanceId())
                .singleResult();
        if (instance == null || !isKnown.test(instance.getBusinessKey())) {
            return;
        }
        try {
            runtime.messageEventReceived(waiting.getEventName(), waiting.getExecutionId());
            LOG.info("told {} of order {} late", waiting.getEventName(), instance.getBusinessKey());
        } catch (ProcessEngineException failed) {
            if (isStillThere(waiting)) {
                LOG.error("order {} cannot be told {}", instance.getBusinessKey(), waiting.getEventName(), failed);
            }
        }
    }

    /** Otherwise somebody else told it meanwhile. */
    private boolean isStillThere(EventSubscription waiting) {
        return runtime.createEventSubscriptionQuery()
                        .eventSubscriptionId(waiting.getId())
                        .count()
                > 0;
    }
}
