package org.keyway.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyway.order.CaseList;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.order.material.PaperQuality;
import org.keyway.shared.ChineseIdentifiers;
import org.keyway.subscriber.Subscribers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the machine looks over before a person does: check digits, names against account and invoice, other orders of the
 * organisation, the scans. It warns and never stops an application.
 */
@Service
public class Prechecks {

    /** One thing that was looked at; {@code code} is a message key under {@code precheck.*}, {@code detail} may be null. */
    public record Finding(String item, String code, boolean passed, String detail) {
        Finding(String item, String code, boolean passed) {
            this(item, code, passed, null);
        }
    }

    private static final int DETAIL_LENGTH = 200;

    private final Materials materials;
    private final PaperQuality quality;
    private final Subscribers subscribers;
    private final CaseList cases;
    private final ReviewRecords records;
    private final JdbcClient jdbc;

    Prechecks(
            Materials materials,
            PaperQuality quality,
            Subscribers subscribers,
            CaseList cases,
            ReviewRecords records,
            JdbcClient jdbc) {
        this.materials = materials;
        this.quality = quality;
        this.subscribers = subscribers;
        this.cases = cases;
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
        findings(order).forEach(finding -> jdbc.sql("""
                insert into precheck_finding (order_no, round, item, code, passed, detail) values (?, ?, ?, ?, ?, ?)""")
                .params(
                        order.orderNo(),
                        order.round(),
                        finding.item(),
                        finding.code(),
                        finding.passed(),
                        finding.detail())
                .update());
    }

    /** What was found in the present round, warnings first. */
    public List<Finding> of(Order order) {
        return jdbc.sql("""
                select item, code, passed, detail from precheck_finding where order_no = ? and round = ?
                order by passed, item, code""")
                .params(order.orderNo(), order.round())
                .query(Finding.class)
                .list();
    }

    private Collection<Finding> findings(Order order) {
        List<Finding> findings = new ArrayList<>(identifiers(order.fields()));
        subscribers
                .find(order.applicant())
                .ifPresent(account -> findings.addAll(NameChecks.of(account, order.fields())));
        findings.addAll(NameChecks.ofInvoice(order.fields()));
        if (order.fields().text("uscc").isPresent()) {
            findings.add(others(order));
        }
        for (Attachment paper : materials.of(order.orderNo())) {
            findings.addAll(scan(paper));
        }
        return findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.item() + ' ' + finding.code(),
                        Function.identity(),
                        (one, other) -> one.passed() ? other : one,
                        LinkedHashMap::new))
                .values();
    }

    private static List<Finding> identifiers(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        fields.text("uscc")
                .ifPresent(
                        code -> findings.add(new Finding("uscc", "uscc-check-digit", ChineseIdentifiers.isUscc(code))));
        for (String person : List.of("handlerIdNumber", "legalRepresentativeIdNumber")) {
            fields.text(person)
                    .ifPresent(id ->
                            findings.add(new Finding(person, "id-check-digit", ChineseIdentifiers.isIdNumber(id))));
        }
        return findings;
    }

    private Finding others(Order order) {
        String numbers = String.join(" ", cases.othersUnderWay(order));
        String shown = numbers.length() <= DETAIL_LENGTH ? numbers : numbers.substring(0, DETAIL_LENGTH);
        return new Finding("order", "no-other-order", numbers.isEmpty(), shown.isEmpty() ? null : shown);
    }

    private List<Finding> scan(Attachment paper) {
        Set<PaperQuality.Flaw> flaws = quality.flaws(materials.content(paper), paper.mediaType(), paper.pages());
        if (flaws.contains(PaperQuality.Flaw.UNREADABLE)) {
            return List.of(new Finding(paper.type(), "paper-readable", false));
        }
        boolean blank = flaws.contains(PaperQuality.Flaw.BLANK);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(paper.type(), "paper-size", !flaws.contains(PaperQuality.Flaw.SMALL)));
        findings.add(new Finding(paper.type(), "paper-not-blank", !blank));
        if (!blank) {
            findings.add(new Finding(paper.type(), "paper-sharp", !flaws.contains(PaperQuality.Flaw.BLURRED)));
        }
        return findings;
    }
}
