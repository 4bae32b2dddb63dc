package org.keyway.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.shared.ChineseIdentifiers;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the machine looks over before a person does: check digits, names against the account, papers. */
@Service
public class Prechecks {

    /** One thing that was looked at; {@code code} is a message key under {@code precheck.*}. */
    public record Finding(String item, String code, boolean passed) {}

    private final Materials materials;
    private final Subscribers subscribers;
    private final ReviewRecords records;
    private final JdbcClient jdbc;

    Prechecks(Materials materials, Subscribers subscribers, ReviewRecords records, JdbcClient jdbc) {
        this.materials = materials;
        this.subscribers = subscribers;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** Looks the present round over and keeps what was found. */
    @Transactional
    public void run(Order order) {
        records.keep(order);
        jdbc.sql("delete from precheck_finding where order_no = ? and round = ?")
                .params(order.orderNo(), order.round())
                .update();
        findings(order).forEach(finding -> jdbc.sql(
                        "insert into precheck_finding (order_no, round, item, code, passed) values (?, ?, ?, ?, ?)")
                .params(order.orderNo(), order.round(), finding.item(), finding.code(), finding.passed())
                .update());
    }

    /** What was found in the present round. */
    public List<Finding> of(Order order) {
        return jdbc.sql(
                        "select item, code, passed from precheck_finding where order_no = ? and round = ? order by passed, item, code")
                .params(order.orderNo(), order.round())
                .query(Finding.class)
                .list();
    }

    private List<Finding> findings(Order order) {
        List<Finding> findings = new ArrayList<>();
        Fields fields = order.fields();
        fields.text("uscc")
                .ifPresent(
                        code -> findings.add(new Finding("uscc", "uscc-check-digit", ChineseIdentifiers.isUscc(code))));
        for (String person : List.of("handlerIdNumber", "legalRepresentativeIdNumber")) {
            fields.text(person)
                    .ifPresent(id ->
                            findings.add(new Finding(person, "id-check-digit", ChineseIdentifiers.isIdNumber(id))));
        }
        subscribers.find(order.applicant()).ifPresent(account -> compare(account, fields, findings));
        for (Attachment paper : materials.of(order.orderNo())) {
            findings.add(new Finding(paper.type(), "paper-readable", paper.pages() > 0));
        }
        return findings.stream().distinct().toList();
    }

    private static void compare(Subscriber account, Fields fields, List<Finding> findings) {
        findings.add(new Finding("applicant", "credit-approved", account.creditApproved()));
        same("organizationName", account.organizationName(), fields).ifPresent(findings::add);
        same("uscc", account.uscc(), fields).ifPresent(findings::add);
        same("legalRepresentative", account.legalRepresentative(), fields).ifPresent(findings::add);
    }

    private static Optional<Finding> same(String field, String registered, Fields fields) {
        return registered == null
                ? Optional.empty()
                : fields.text(field).map(value -> new Finding(field, "same-as-registered", value.equals(registered)));
    }
}
