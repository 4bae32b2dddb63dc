package org.keyway.portal.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keyway.notification.sandbox.SandboxPhones;
import org.keyway.notification.sandbox.SentMessage;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;
import org.keyway.portal.Actor;
import org.keyway.portal.Wording;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What would have reached phones and mailboxes; only in a demo. */
@Controller
@ConditionalOnBooleanProperty("keyway.demo")
class MessagesPage {

    private static final int ORDERS = 20;
    private static final int MOST = 100;
    private static final String TO_STAFF = "step_overdue";

    /** A message on a phone or in a mailbox; {@code orderNo} is null where staff look at all of them. */
    record MessageView(boolean sms, String to, String at, String text, String orderNo) {}

    private final SandboxPhones phones;
    private final CaseList cases;
    private final Wording wording;

    MessagesPage(SandboxPhones phones, CaseList cases, Wording wording) {
        this.phones = phones;
        this.cases = cases;
        this.wording = wording;
    }

    @GetMapping("/messages")
    String messages(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        List<MessageView> messages = new ArrayList<>(actor.isStaff() ? all() : ofOrders(actor.account()));
        Collections.reverse(messages);
        model.addAttribute("messages", messages.subList(0, Math.min(MOST, messages.size())));
        return "messages";
    }

    private List<MessageView> all() {
        return phones.list(null, null).stream()
                .map(message -> view(message, null))
                .toList();
    }

    private List<MessageView> ofOrders(String account) {
        List<String> orders = new ArrayList<>(
                cases.list(new CaseQuery(account, List.of(), null, null, null, null, 0, ORDERS)).rows().stream()
                        .map(row -> row.orderNo())
                        .toList());
        Collections.reverse(orders);
        return orders.stream()
                .flatMap(order -> phones.list(null, order).stream()
                        .filter(message -> !message.template().equals(TO_STAFF))
                        .map(message -> view(message, order)))
                .toList();
    }

    private MessageView view(SentMessage message, String orderNo) {
        return new MessageView(
                message.channel().equals("SMS"), message.to(), wording.time(message.at()), message.text(), orderNo);
    }
}
