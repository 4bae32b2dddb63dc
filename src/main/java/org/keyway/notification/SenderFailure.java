package org.keyway.notification;

/** The sender could not be reached or understood; whether the call had an effect is unknown. Carries no partner text. */
public final class SenderFailure extends RuntimeException {

    public SenderFailure(String sender, String operation, String cause) {
        super(sender + " " + operation + " failed: " + cause);
    }

    public SenderFailure(String sender, String operation, Exception cause) {
        this(sender, operation, cause.getClass().getSimpleName());
    }
}
