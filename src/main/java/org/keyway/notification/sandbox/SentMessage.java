package org.keyway.notification.sandbox;

import java.time.Instant;

/** A message on somebody's phone (SMS) or in somebody's mailbox (MAIL). */
public record SentMessage(String channel, String to, String template, String text, Instant at) {

    @Override
    public String toString() {
        return "SentMessage[" + template + "]";
    }
}
