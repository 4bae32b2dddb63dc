package org.keyway.process;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.keyway.notification.MessageRequest;
import org.keyway.notification.Notifications;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.shared.KeywayClock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Tells each supervisor who has a mail address in the user profile that a step is overdue. */
@Component
public class OverduePost {

    private static final String GROUP = "supervisor";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(KeywayClock.ZONE);

    private final IdentityService identity;
    private final OrderService orders;
    private final DecisionTables tables;
    private final Notifications notifications;
    private final MessageSourceAccessor wording;

    OverduePost(
            IdentityService identity,
            @Lazy OrderService orders,
            DecisionTables tables,
            Notifications notifications,
            MessageSource wording) {
        this.identity = identity;
        this.orders = orders;
        this.tables = tables;
        this.notifications = notifications;
        this.wording = new MessageSourceAccessor(wording);
    }

    /** One message per supervisor and step, however often this is called; how many supervisors have an address. */
    public int send(Task task, String orderNo, String template) {
        Order order = orders.find(orderNo);
        Map<String, String> values = Map.of(
                "line", wording.getMessage("line." + order.line().slug()),
                "city",
                        tables.region(order.line(), order.region())
                                .orElseThrow()
                                .city(),
                "step", task.getName(),
                "deadline", MINUTE.format(task.getDueDate().toInstant()));
        return identity.createUserQuery().memberOfGroup(GROUP).list().stream()
                .filter(supervisor ->
                        supervisor.getEmail() != null && !supervisor.getEmail().isBlank())
                .mapToInt(supervisor -> send(supervisor, task, orderNo, template, values))
                .sum();
    }

    private int send(User supervisor, Task task, String orderNo, String template, Map<String, String> values) {
        notifications.send(new MessageRequest(
                orderNo,
                template,
                task.getId() + ":" + supervisor.getId(),
                Map.of("supervisor.email", supervisor.getEmail()),
                values,
                null));
        return 1;
    }
}
