package org.keyway.order;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.springframework.stereotype.Service;

/** What an application could start from: the fields of the order that led to it, and what the lock answers. */
@Service
public class Prefill {

    /** What is said anew in every application. */
    private static final Set<String> ONCE = Set.of("consents", "unchangedDeclared", "bidOpeningAt", "quantity");

    private final OrderService orders;
    private final Forms forms;
    private final LineRules rules;
    private final Clock clock;

    Prefill(OrderService orders, Forms forms, LineRules rules, Clock clock) {
        this.orders = orders;
        this.forms = forms;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Fields that the line's form asks for and that are known already.
     *
     * @param keySerial own key that the application is about, or null
     * @param from own order that led to it, or null; 404 when it is somebody else's
     */
    public Fields of(String actor, BusinessLine line, String keySerial, String from) {
        Fields former = from == null ? Fields.empty() : former(orders.owned(from, actor), line);
        String serial = keySerial == null ? former.text("keySerial").orElse(null) : keySerial;
        Fields named = serial == null ? Fields.empty() : new Fields(Map.of("keySerial", serial));
        Fields answered = former.with(named).with(rules.known(blank(actor, line, named)));
        FormSchema schema = FormSchema.parse(forms.startForm(line, former));
        return new Fields(answered.values().entrySet().stream()
                .filter(entry -> schema.field(entry.getKey()).isPresent() && !ONCE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A draft with what the lock it names says about its holder, as it will be when it is handed in. */
    public Order answered(Order order) {
        if (order.status() != OrderStatus.DRAFT) {
            return order;
        }
        Fields known = rules.known(order);
        return order.filledIn(known.with(order.fields()), order.updatedAt());
    }

    private Fields former(Order order, BusinessLine line) {
        return order.fields().with(rules.ledTo(order, line));
    }

    private Order blank(String actor, BusinessLine line, Fields fields) {
        var now = clock.instant();
        return new Order("", line, "", actor, actor, OrderStatus.DRAFT, 0, false, fields, now, now);
    }
}
