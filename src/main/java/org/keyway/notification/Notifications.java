package org.keyway.notification;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Masking;
import org.keyway.shared.OwnTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Tells people what happened. The intention is committed before the sender is called, the success with the caller's
 * transaction or, should that fail, on its own, so that the caller may repeat the call until it succeeds and nobody
 * gets a message twice.
 */
@Service
public class Notifications {

    private static final Duration STALE = Duration.ofSeconds(60);
    private static final int LONGEST_VALUE = 500;

    private final MessageTemplates templates;
    private final Messages messages;
    private final List<MessageSender> senders;
    private final OwnTransaction own;
    private final String publicUrl;

    Notifications(
            MessageTemplates templates,
            Messages messages,
            ObjectProvider<MessageSender> senders,
            OwnTransaction own,
            KeywayProperties properties) {
        this.templates = templates;
        this.messages = messages;
        this.senders = senders.orderedStream().toList();
        this.own = own;
        this.publicUrl = properties.publicUrl();
    }

    /** Sends once; a {@link SenderFailure} means "call again", an {@link IllegalArgumentException} a wrong request. */
    public void send(MessageRequest request) {
        MessageTemplate template = templates.find(request.template());
        String to = request.recipients().getOrDefault(template.addressKey(), "");
        if (to.isBlank()) {
            throw new IllegalArgumentException("Message " + request.template() + " needs " + template.addressKey());
        }
        Map<String, String> values = values(request);
        take(request, template, to, values).ifPresent(id -> {
            deliver(outgoing(id, request, template, to, withSecret(request, template, values)));
            own.happened(() -> messages.sent(id));
        });
    }

    /** All messages of an order, oldest first, without secrets. */
    public List<MessageView> of(String orderNo) {
        return messages.of(orderNo);
    }

    /** The message, written down and taken for sending in one commit; empty when it has been sent. */
    private Optional<String> take(
            MessageRequest request, MessageTemplate template, String to, Map<String, String> values) {
        Optional<Messages.Row> known = messages.find(request);
        if (known.isEmpty()) {
            Map<String, String> hidden = new HashMap<>(values);
            hidden.put("secret", "********");
            String shown = template.fill(template.body(), hidden);
            try {
                return Optional.of(own.commit(() -> messages.add(request, template.channel(), mask(to), shown)));
            } catch (DuplicateKeyException somebodyElse) {
                known = own.commit(() -> messages.find(request));
            }
        }
        Messages.Row row = known.orElseThrow();
        if (row.isSent()) {
            return Optional.empty();
        }
        if (!own.commit(() -> messages.claim(row.id(), STALE))) {
            throw new SenderFailure(request.template(), "send", "another call is sending it");
        }
        return Optional.of(row.id());
    }

    private MessageSender.Outgoing outgoing(
            String id, MessageRequest request, MessageTemplate template, String to, Map<String, String> values) {
        Map<String, String> used = new HashMap<>(values);
        used.keySet().retainAll(template.placeholders());
        return new MessageSender.Outgoing(
                id,
                request.orderNo(),
                request.template(),
                template.channel(),
                to,
                template.fill(template.subject(), values).replaceAll("\\s+", " "),
                template.fill(template.body(), values),
                used);
    }

    private void deliver(MessageSender.Outgoing outgoing) {
        try {
            senders.stream()
                    .filter(each -> each.carries(outgoing.channel()))
                    .findFirst()
                    .orElseThrow(
                            () -> new SenderFailure(outgoing.channel().name(), "lookup", "no sender is switched on"))
                    .send(outgoing);
        } catch (RuntimeException e) {
            own.commit(() -> {
                messages.failed(outgoing.id());
                return outgoing;
            });
            throw e;
        }
    }

    private Map<String, String> values(MessageRequest request) {
        Map<String, String> values = new HashMap<>();
        request.values().forEach((name, value) -> values.put(name, value == null ? null : cut(value)));
        values.values().removeIf(Objects::isNull);
        values.remove("secret");
        values.putIfAbsent("orderNo", request.orderNo());
        values.putIfAbsent("url", publicUrl + "/orders/" + request.orderNo());
        return values;
    }

    private static Map<String, String> withSecret(
            MessageRequest request, MessageTemplate template, Map<String, String> values) {
        if (!template.hasSecret()) {
            return values;
        }
        if (request.secret() == null) {
            throw new IllegalArgumentException("Message " + request.template() + " needs its secret");
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("secret", request.secret().get());
        return all;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    private static String mask(String to) {
        int at = to.indexOf('@');
        return at < 0 ? Masking.mobile(to) : to.substring(0, Math.min(2, at)) + "***" + to.substring(at);
    }
}
