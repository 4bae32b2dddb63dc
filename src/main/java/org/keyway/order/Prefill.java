package org.keyway.order;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What another organisation with the same handler has of its own. */
    private static final Set<String> ORGANISATION = Set.of(
            "organizationName",
            "organizationNameConfirm",
            "uscc",
            "usccConfirm",
            "legalRepresentative",
            "legalRepresentativeIdNumber",
            "organizationPhone",
            "organizationAddress",
            "postcode",
            "invoiceTitle",
            "invoiceTaxNumber",
            "invoiceBank",
            "invoiceAccount",
            "invoiceAddress",
            "invoicePhone");

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
        Fields known = rules.known(blank(actor, line, named));
        Fields answered = former.with(named).with(known).with(renamed(line, former, known));
        FormSchema schema = FormSchema.parse(forms.startForm(line, former));
        return new Fields(answered.values().entrySet().stream()
                .filter(entry -> schema.field(entry.getKey()).isPresent() && !ONCE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A change that starts from another application takes over what was written there and is not in the lock yet. */
    private static Fields renamed(BusinessLine line, Fields former, Fields known) {
        Map<String, Object> news = new HashMap<>();
        if (line == BusinessLine.CHANGE) {
            List<String> types = new ArrayList<>();
            differs(former, known, "organizationName").ifPresent(name -> {
                news.put("newOrganizationName", name);
                types.add("ORGANIZATION_NAME");
            });
            differs(former, known, "legalRepresentative").ifPresent(name -> {
                news.put("newLegalRepresentative", name);
                types.add("LEGAL_REPRESENTATIVE");
            });
            if (!types.isEmpty()) {
                news.put("changeTypes", types);
            }
        }
        return new Fields(news);
    }

    private static Optional<String> differs(Fields former, Fields known, String name) {
        return former.text(name)
                .filter(text ->
                        known.text(name).filter(held -> !held.equals(text)).isPresent());
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
        return line == BusinessLine.NEW_ISSUANCE && order.line() == line
                ? sameHandler(order.fields())
                : order.fields().with(rules.ledTo(order, line));
    }

    /** One handler applies for the next organisation of a group: only what is not the organisation's is taken over. */
    private static Fields sameHandler(Fields fields) {
        return new Fields(fields.values().entrySet().stream()
                .filter(entry -> !ORGANISATION.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Order blank(String actor, BusinessLine line, Fields fields) {
        var now = clock.instant();
        return new Order("", line, "", actor, actor, OrderStatus.DRAFT, 0, false, fields, now, now);
    }
}
