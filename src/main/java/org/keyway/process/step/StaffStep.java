package org.keyway.process.step;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What completing a staff step requires and does, beyond moving on. */
interface StaffStep {

    /** Element ids of the steps. */
    Set<String> keys();

    /**
     * Checks and records the completion.
     *
     * @param handler account of the person who completes it
     * @return what the history shows as opinion; may be null
     * @throws org.keyway.shared.Problem when the input is wrong; nothing changes
     */
    String completing(DelegateTask task, String orderNo, String handler);
}
