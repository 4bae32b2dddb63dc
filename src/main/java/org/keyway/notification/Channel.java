package org.keyway.notification;

/** By which way a message travels. */
public enum Channel {
    SMS("mobile"),
    MAIL("email");

    private final String addressKind;

    Channel(String addressKind) {
        this.addressKind = addressKind;
    }

    String addressKind() {
        return addressKind;
    }
}
