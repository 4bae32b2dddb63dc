package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.ExpiryReminders;

/** Reminds the holders of every key whose certificate is about to end. */
@DiagramBean("remindExpiringDelegate")
class RemindExpiringDelegate implements JavaDelegate {

    private final ExpiryReminders reminders;

    RemindExpiringDelegate(ExpiryReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.sweep();
    }
}
