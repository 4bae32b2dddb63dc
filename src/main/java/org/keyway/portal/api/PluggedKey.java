package org.keyway.portal.api;

import org.keyway.shared.Problem;

/** The key that is plugged into the PC of whoever asks. */
record PluggedKey(String keySerial) {

    String serial() {
        if (keySerial == null) {
            throw Problem.malformed("portal.problem.missing", "keySerial");
        }
        if (!keySerial.matches("[A-Za-z0-9]{1,20}")) {
            throw Problem.invalid("keySerial", "ukey.serial.mismatch");
        }
        return keySerial;
    }
}
