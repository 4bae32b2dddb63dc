package org.keyway.ukey;

import org.keyway.certificate.KeyUse;

/** One attempt to write one device for one key of an order; a new device is a new round. */
record KeyWritingJob(String orderNo, int keyIndex, int round, String serial, WritingStep step) {

    /** Stands on the token, so that a retry recognises its own work. */
    String label() {
        return orderNo + "-" + keyIndex + "-" + round;
    }

    String requestKey(KeyUse use) {
        return orderNo + "/" + keyIndex + "/" + use + "/" + round;
    }

    String sealKey() {
        return orderNo + "/" + keyIndex + "/SEAL/" + round;
    }

    boolean isBefore(WritingStep other) {
        return step.compareTo(other) < 0;
    }

    KeyWritingJob at(WritingStep next) {
        return new KeyWritingJob(orderNo, keyIndex, round, serial, next);
    }
}
