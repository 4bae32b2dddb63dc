package org.keyway.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Input parameters by which a diagram tells a delegate what is meant at this element; local to it. */
public enum StepParameter {
    CAUSE("cause"),
    PURPOSE("purpose"),
    TEMPLATE("template"),
    KEY_STATE("keyState");

    private final String key;

    StepParameter(String key) {
        this.key = key;
    }

    /** The text that the diagram gives; a diagram without it is an IllegalStateException naming element and parameter. */
    public String in(DelegateExecution execution) {
        Object value = execution.getVariableLocal(key);
        if (value == null) {
            throw new IllegalStateException(execution.getCurrentActivityId() + " has no input parameter " + key);
        }
        return value.toString();
    }
}
