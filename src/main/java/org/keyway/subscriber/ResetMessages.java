package org.keyway.subscriber;

/** Brings the code of a password reset to a phone. */
public interface ResetMessages {

    /** Sends the code of the reset {@code id}; the same id reaches the phone once. */
    void send(String id, String mobile, String code);
}
