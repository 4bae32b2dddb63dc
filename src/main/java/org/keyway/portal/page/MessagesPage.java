package org.keyway.portal.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keyway.notification.Channel;
import org.keyway.notification.Notifications;
import org.keyway.notification.sandbox.SandboxPhones;
import org.keyway.notification.sandbox.SentMessage;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;
import org.keyway.portal.Actor;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What was sent to the phones and mailboxes of an account's orders, without secrets. In a demo it is those phones and
 * mailboxes themselves, and staff look into all of them.
 */
@Controller
class MessagesPage {

    private static final int ORDERS = 20;
    private static final int MOST = 100;
    private static final String TO_STAFF = "step_overdue";

    /** A message on a phone or in a mailbox; {@code orderNo} is null where staff look at all of them. */
    record MessageRow(boolean sms, String to, String at, String text, String orderNo) {}

    private record Message(boolean sms, String to, Instant at, String template, String text, String orderNo) {}

    private final ObjectProvider<SandboxPhones> phones;
    private final Notifications notifications;
    private final CaseList cases;
    private final Wording wording;

    MessagesPage(ObjectProvider<SandboxPhones> phones, Notifications notifications, CaseList cases, Wording wording) {
        this.phones = phones;
        this.notifications = notifications;
        this.cases = cases;
        this.wording = wording;
    }

    @GetMapping("/messages")
    String messages(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        SandboxPhones demo = phones.getIfAvailable();
        if (actor.isStaff() && demo == null) {
            throw Problem.notFound("portal.problem.not-found");
        }
        Stream<Message> all = actor.isStaff()
                ? demo.list(null, null).stream().map(each -> onPhone(each, null))
                : orders(actor.account())
                        .flatMap(order -> demo == null ? sent(order) : onPhones(demo, order))
                        .filter(message -> !message.template().equals(TO_STAFF));
        model.addAttribute(
                "messages",
                all.sorted(Comparator.comparing(Message::at).reversed())
                        .limit(MOST)
                        .map(this::row)
                        .toList());
        return "messages";
    }

    private Stream<String> orders(String account) {
        return cases.list(new CaseQuery(account, List.of(), null, null, null, null, 0, ORDERS)).rows().stream()
                .map(row -> row.orderNo());
    }

    private Stream<Message> sent(String orderNo) {
        return notifications.of(orderNo).stream()
                .filter(each -> each.sentAt() != null)
                .map(each -> new Message(
                        each.channel() == Channel.SMS,
                        each.to(),
                        each.sentAt(),
                        each.template(),
                        each.text(),
                        orderNo));
    }

    private static Stream<Message> onPhones(SandboxPhones demo, String orderNo) {
        return demo.list(null, orderNo).stream().map(each -> onPhone(each, orderNo));
    }

    private static Message onPhone(SentMessage message, String orderNo) {
        return new Message(
                message.channel().equals("SMS"),
                message.to(),
                message.at(),
                message.template(),
                message.text(),
                orderNo);
    }

    private MessageRow row(Message message) {
        return new MessageRow(
                message.sms(), message.to(), wording.time(message.at()), message.text(), message.orderNo());
    }
}
