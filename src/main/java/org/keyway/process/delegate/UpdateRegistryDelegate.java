package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.HolderRegistry;

/** Brings what the order changes into the register of subscribers. */
@DiagramBean("updateRegistryDelegate")
class UpdateRegistryDelegate implements JavaDelegate {

    private final HolderRegistry registry;

    UpdateRegistryDelegate(HolderRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registry.update(execution.getProcessBusinessKey());
    }
}
