package org.keyway.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** All process variables that there are, apart from form-local ones: references and decisions, never personal data. */
public enum ProcessVariable {
    ORDER_NO("orderNo"),
    LINE("line"),
    REGION("region"),
    APPLICANT("applicant"),
    DECISION("decision"),
    ROUND("round"),
    FEE_CENTS("feeCents"),
    PAY_TIMING("payTiming"),
    WRITE_MODE("writeMode"),
    DELIVERY_MODE("deliveryMode"),
    BATCH_MODE("batchMode"),
    REASON("reason"),
    NEW_KEY("newKey"),
    KEY_INDEX("keyIndex"),
    KEY_SERIAL("keySerial"),
    DEFECTS("defects");

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(ProcessVariable::key).collect(Collectors.toUnmodifiableSet());

    private final String key;

    ProcessVariable(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Names of all declared variables, as the lint compares them. */
    public static Set<String> names() {
        return NAMES;
    }

    /** The text of this variable in the scope. */
    public Optional<String> in(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(key)).map(String::valueOf);
    }

    /** The whole number of this variable in the scope, or {@code fallback}. */
    public int in(VariableScope scope, int fallback) {
        return in(scope).map(Integer::parseInt).orElse(fallback);
    }
}
