package org.keyway.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyway.notification.MessageRequest;
import org.keyway.notification.Notifications;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.payment.RemittanceDesk;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.keyway.ukey.AuthorizationCodes;
import org.keyway.ukey.InitialPins;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts together who is told what about an order. Code and PIN are fetched at the moment of sending and go to different
 * people by different channels.
 */
@Component
public class OrderMessages {

    private final OrderService orders;
    private final Subscribers subscribers;
    private final Notifications notifications;
    private final MessageValues values;
    private final PathWords words;
    private final KeyWords keyWords;
    private final RemittanceDesk remittances;
    private final AuthorizationCodes codes;
    private final InitialPins pins;

    OrderMessages(
            @Lazy OrderService orders,
            Subscribers subscribers,
            Notifications notifications,
            MessageValues values,
            PathWords words,
            KeyWords keyWords,
            RemittanceDesk remittances,
            AuthorizationCodes codes,
            InitialPins pins) {
        this.orders = orders;
        this.subscribers = subscribers;
        this.notifications = notifications;
        this.values = values;
        this.words = words;
        this.keyWords = keyWords;
        this.remittances = remittances;
        this.codes = codes;
        this.pins = pins;
    }

    /** Sends one message; {@code place} tells the node of the diagram, so that a retry does not send it twice. */
    public void send(String orderNo, String template, String place, int keyIndex) {
        Order order = orders.find(orderNo);
        Map<String, String> texts = values.of(order, template);
        texts.putAll(words.of(order, keyIndex));
        texts.putAll(keyWords.of(order));
        String occasion = String.join(
                ":",
                place,
                "r" + order.round(),
                "k" + keyIndex,
                texts.getOrDefault("waybillNo", ""),
                issue(template, orderNo, keyIndex) + remittanceRound(template, orderNo) + opening(template, texts));
        notifications.send(new MessageRequest(
                orderNo, template, occasion, recipients(order), texts, secret(template, orderNo, keyIndex)));
    }

    private String issue(String template, String orderNo, int keyIndex) {
        return template.equals("auth_code") ? String.valueOf(codes.issueNumber(orderNo, keyIndex)) : "";
    }

    /** An opening that was put off is told again. */
    private static String opening(String template, Map<String, String> texts) {
        return template.startsWith("bid_") ? texts.getOrDefault("bidOpeningAt", "") : "";
    }

    private String remittanceRound(String template, String orderNo) {
        return template.equals("remittance_problem")
                ? remittances.of(orderNo).map(each -> "t" + each.round()).orElse("")
                : "";
    }

    private Supplier<String> secret(String template, String orderNo, int keyIndex) {
        return switch (template) {
            case "auth_code" -> () -> codes.reveal(orderNo, keyIndex);
            case "initial_pin" -> () -> pins.reveal(orderNo, keyIndex);
            default -> null;
        };
    }

    private Map<String, String> recipients(Order order) {
        Map<String, String> recipients = new HashMap<>();
        Fields fields = order.fields();
        put(recipients, "handler.mobile", fields.text("handlerMobile"));
        put(recipients, "handler.email", fields.text("handlerEmail"));
        put(recipients, "consignee.mobile", fields.text("consigneeMobile").or(() -> fields.text("handlerMobile")));
        Optional<Subscriber> subscriber = subscribers.find(order.applicant());
        put(recipients, "legal.mobile", subscriber.map(Subscriber::legalMobile));
        put(recipients, "legal.email", subscriber.map(Subscriber::legalEmail));
        put(recipients, "applicant.mobile", subscriber.map(Subscriber::contactMobile));
        put(recipients, "applicant.email", subscriber.map(Subscriber::contactEmail));
        return recipients;
    }

    private static void put(Map<String, String> recipients, String key, Optional<String> value) {
        value.ifPresent(address -> recipients.put(key, address));
    }
}
