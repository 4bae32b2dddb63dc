package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.BpmnError;

/** Business refusals as error codes that diagrams catch; everything else is a technical fault and is retried. */
enum Refusal {
    NOT_ELIGIBLE,
    OUT_OF_STOCK,
    UKEY_NOT_BLANK,
    UKEY_NOT_USABLE,
    UKEY_SERIAL_MISMATCH,
    UKEY_WRITE_FAILED,
    SEAL_TEST_FAILED,
    UNLOCK_FAILED,
    ADDRESS_INVALID,
    NO_ACTIVE_LOSS;

    BpmnError error() {
        return new BpmnError(name());
    }
}
