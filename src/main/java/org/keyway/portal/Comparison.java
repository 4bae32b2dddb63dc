package org.keyway.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.certificate.KeyUse;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.LineRules;
import org.keyway.order.Order;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** Sets what the lock of an order says beside what is applied for, so that a reviewer need not turn pages. */
@Component
class Comparison {

    /** What is compared, and where an application for a change says the new value. */
    private static final Map<String, String> NEW_NAMES = new LinkedHashMap<>();

    static {
        NEW_NAMES.put("organizationName", "newOrganizationName");
        NEW_NAMES.put("uscc", "uscc");
        NEW_NAMES.put("legalRepresentative", "newLegalRepresentative");
        NEW_NAMES.put("handlerName", "handlerName");
        NEW_NAMES.put("handlerIdNumber", "handlerIdNumber");
        NEW_NAMES.put("handlerMobile", "handlerMobile");
    }

    private final LineRules rules;
    private final Keys keys;
    private final Wording wording;

    Comparison(LineRules rules, Keys keys, Wording wording) {
        this.rules = rules;
        this.keys = keys;
        this.wording = wording;
    }

    /** Row by row; nothing for an order without a key in use. */
    List<ReviewSheet.Compared> of(Order order, Map<String, String> labels) {
        if (order.line() == BusinessLine.NEW_ISSUANCE || order.line() == BusinessLine.SPECIAL_SERVICE) {
            return List.of();
        }
        Fields held = rules.known(order);
        List<ReviewSheet.Compared> rows = new ArrayList<>();
        NEW_NAMES.forEach((name, newName) -> held.text(name)
                .ifPresent(now ->
                        rows.add(row(labels.getOrDefault(name, name), now, wanted(order.fields(), name, newName)))));
        lock(order).ifPresent(rows::addAll);
        return List.copyOf(rows);
    }

    private static String wanted(Fields fields, String name, String newName) {
        return fields.text(newName).or(() -> fields.text(name)).orElse("");
    }

    private static ReviewSheet.Compared row(String label, String now, String wanted) {
        return new ReviewSheet.Compared(label, now, wanted, !wanted.isEmpty() && !wanted.equals(now));
    }

    private Optional<List<ReviewSheet.Compared>> lock(Order order) {
        return order.fields()
                .text("keySerial")
                .flatMap(serial -> keys.find(serial.toUpperCase(), order.applicant()))
                .map(this::rows);
    }

    private List<ReviewSheet.Compared> rows(KeyView key) {
        List<ReviewSheet.Compared> rows = new ArrayList<>();
        rows.add(fact("portal.lock", key.serial() + " " + wording.text("key.state." + key.state())));
        key.certificates().stream()
                .filter(each -> each.use() == KeyUse.SIGN && each.state().isOpen())
                .findFirst()
                .ifPresent(each -> {
                    rows.add(fact("portal.lock.subject", each.subject()));
                    rows.add(fact("portal.lock.end", wording.date(each.notAfter())));
                });
        return rows;
    }

    private ReviewSheet.Compared fact(String key, String text) {
        return new ReviewSheet.Compared(wording.text(key), text, "", false);
    }
}
