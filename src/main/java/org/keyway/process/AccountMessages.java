package org.keyway.process;

import java.util.Map;
import org.keyway.notification.MessageRequest;
import org.keyway.notification.Notifications;
import org.keyway.shared.KeywayProperties;
import org.keyway.subscriber.ResetMessages;
import org.springframework.stereotype.Component;

/** Messages about an account; they belong to no order. */
@Component
class AccountMessages implements ResetMessages {

    private static final String NO_ORDER = "";

    private final Notifications notifications;
    private final KeywayProperties properties;

    AccountMessages(Notifications notifications, KeywayProperties properties) {
        this.notifications = notifications;
        this.properties = properties;
    }

    @Override
    public void send(String id, String mobile, String code) {
        notifications.send(new MessageRequest(
                NO_ORDER,
                "password_reset",
                id,
                Map.of("applicant.mobile", mobile),
                Map.of("url", properties.publicUrl() + "/password-reset"),
                () -> code));
    }
}
