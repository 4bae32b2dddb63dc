package org.keyway.shared;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits at once, whatever happens to the transaction around it: the intention is written down before the
 * irreversible, so that a retry finds it.
 */
@Component
public final class OwnTransaction {

    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public <T> T commit(Supplier<T> work) {
        return template.execute(status -> work.get());
    }

    /**
     * Notes what has happened outside, for which the intention is written down: together with the transaction around it,
     * which costs nothing, and on its own when there is none or when that one fails. The work may be repeated.
     */
    public void happened(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            template.executeWithoutResult(status -> work.run());
            return;
        }
        work.run();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    template.executeWithoutResult(own -> work.run());
                }
            }
        });
    }
}
