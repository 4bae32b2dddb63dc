package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.AuthorityMessenger;
import org.keyway.process.DiagramBean;
import org.keyway.process.KeyEffects;
import org.keyway.process.KeyOrders;
import org.keyway.process.StepParameter;
import org.keyway.shared.OwnTransaction;

/**
 * Does to the key that the order is about what {@code reason-effect} says about the {@code cause} in the diagram. Our own
 * register changes at once; a hold is only done when the CA has taken it too, and is tried again until then.
 */
@DiagramBean("applyEffectDelegate")
class ApplyEffectDelegate implements JavaDelegate {

    private final KeyOrders keyOrders;
    private final KeyEffects effects;
    private final AuthorityMessenger messenger;
    private final OwnTransaction own;

    ApplyEffectDelegate(KeyOrders keyOrders, KeyEffects effects, AuthorityMessenger messenger, OwnTransaction own) {
        this.messenger = messenger;
        this.own = own;
        this.keyOrders = keyOrders;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String cause = StepParameter.CAUSE.in(execution);
        String serial = keyOrders.claimed(orderNo).orElseThrow();
        boolean held = own.commit(() -> effects.apply(orderNo, serial, cause));
        if (held && !messenger.isTold(serial)) {
            throw new AuthorityFailure("hold", "not taken yet for key " + serial);
        }
    }
}
