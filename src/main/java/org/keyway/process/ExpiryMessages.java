package org.keyway.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.notification.MessageRequest;
import org.keyway.notification.Notifications;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.KeywayProperties;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Words and addressees of a reminder; its links open the renewal with everything filled in, and a calendar entry. */
@Component
class ExpiryMessages implements ExpiryPost {

    private final OrderService orders;
    private final Subscribers subscribers;
    private final Notifications notifications;
    private final String publicUrl;

    ExpiryMessages(
            @Lazy OrderService orders,
            Subscribers subscribers,
            Notifications notifications,
            KeywayProperties properties) {
        this.orders = orders;
        this.subscribers = subscribers;
        this.notifications = notifications;
        this.publicUrl = properties.publicUrl();
    }

    @Override
    public void send(ExpiringLock lock, int stage, long daysLeft, boolean alsoLegal) {
        Optional<Subscriber> owner = subscribers.find(lock.owner());
        Map<String, String> recipients = new HashMap<>();
        Fields fields = orders.find(lock.orderNo()).fields();
        fields.text("handlerMobile")
                .or(() -> owner.map(Subscriber::contactMobile))
                .ifPresent(mobile -> recipients.put("handler.mobile", mobile));
        owner.map(Subscriber::legalEmail)
                .filter(address -> !address.isBlank())
                .ifPresent(address -> recipients.put("legal.email", address));
        Map<String, String> values = values(lock, daysLeft);
        values.put("organizationName", name(fields));
        send(lock, stage, daysLeft < 0 ? "expiry_overdue" : "expiry_reminder", recipients, values);
        if (alsoLegal && recipients.containsKey("legal.email")) {
            send(lock, stage, "expiry_reminder_legal", recipients, values);
        }
    }

    private void send(
            ExpiringLock lock, int stage, String template, Map<String, String> to, Map<String, String> values) {
        String occasion = "expiry:" + lock.certificateSerial() + ":" + stage;
        notifications.send(new MessageRequest(lock.orderNo(), template, occasion, to, values, null));
    }

    private Map<String, String> values(ExpiringLock lock, long daysLeft) {
        Map<String, String> values = new HashMap<>();
        values.put("keySerial", lock.keySerial());
        values.put(
                "notAfter",
                LocalDate.ofInstant(lock.notAfter(), KeywayClock.ZONE).toString());
        values.put("daysLeft", String.valueOf(daysLeft));
        values.put("renewUrl", publicUrl + "/apply/renewal?key=" + lock.keySerial());
        values.put("calendarUrl", publicUrl + "/keys/" + lock.keySerial() + "/expiry.ics");
        return values;
    }

    private static String name(Fields fields) {
        return fields.text("newOrganizationName")
                .or(() -> fields.text("organizationName"))
                .or(() -> fields.text("handlerName"))
                .orElse("");
    }
}
