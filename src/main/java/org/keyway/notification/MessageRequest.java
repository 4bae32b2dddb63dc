package org.keyway.notification;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One message to send, once per order, template and occasion.
 *
 * @param occasion what makes it another message: the round, the date, the key index
 * @param recipients addresses by role and kind, such as {@code handler.mobile} or {@code legal.email}
 * @param values placeholders of the template; they are kept, so no code and no PIN
 * @param secret gives the code or PIN at the moment of sending; null when the template has none
 */
public record MessageRequest(
        String orderNo,
        String template,
        String occasion,
        Map<String, String> recipients,
        Map<String, String> values,
        Supplier<String> secret) {

    @Override
    public String toString() {
        return "MessageRequest[" + orderNo + ", " + template + ", " + occasion + "]";
    }
}
