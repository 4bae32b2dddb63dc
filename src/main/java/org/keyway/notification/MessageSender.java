package org.keyway.notification;

import java.util.Map;

/** A way for messages to leave the house; a technical failure is a {@link SenderFailure}. */
public interface MessageSender {

    /**
     * A message ready to go.
     *
     * @param id idempotency key: the same id again reaches nobody twice where the partner can tell
     * @param subject for mail; empty for SMS
     * @param parameters everything that was filled into the text, for partners that hold the wording themselves
     */
    record Outgoing(
            String id,
            String orderNo,
            String template,
            Channel channel,
            String to,
            String subject,
            String text,
            Map<String, String> parameters) {

        @Override
        public String toString() {
            return "Outgoing[" + id + ", " + template + "]";
        }
    }

    /** Whether it carries this channel. */
    boolean carries(Channel channel);

    /** Hands the message over to the partner. */
    void send(Outgoing message);
}
