package org.keyway.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.RequiredDocument;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers that say who somebody is and that a reviewer approved for the same account not longer ago than the term
 * {@code paperReuse} says: they may be used again for the same holder. Proofs and forms are made for one order and never
 * are, nor is a licence when a change is asked for; a reused paper does not count anew.
 */
@Service
public class ApprovedPapers {

    private static final String TERM = "paperReuse";
    private static final String LICENCE = "business-licence";
    private static final Map<String, Whose> WHOSE = Map.of(
            LICENCE, new Whose("uscc", "organizationName"), "handler-id", new Whose("handlerIdNumber", "handlerName"));

    /** The fields that number and name the holder of a kind of paper. */
    private record Whose(String number, String name) {}

    /** A paper that may be used again, whose it is by name, and when its order was approved. */
    public record Offer(Attachment paper, String holder, Instant approvedAt) {}

    private record Approval(String orderNo, Instant at) {}

    private final OrderService orders;
    private final PolicyTables tables;
    private final Materials materials;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovedPapers(OrderService orders, PolicyTables tables, Materials materials, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.tables = tables;
        this.materials = materials;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What this account may use again for the papers of the line in the city, the newest of each type and holder. */
    public List<Offer> offers(String account, BusinessLine line, String region, Fields fields) {
        Duration days = tables.term(line, region, TERM).map(Duration::parse).orElse(Duration.ZERO);
        if (days.isZero()) {
            return List.of();
        }
        List<RequiredDocument> needed = tables.documents(line, region, fields).stream()
                .filter(paper -> paper.templateUrl() == null && WHOSE.containsKey(paper.type()))
                .filter(paper -> line != BusinessLine.CHANGE || !paper.type().equals(LICENCE))
                .toList();
        Map<String, Offer> newest = new LinkedHashMap<>();
        for (Approval approval : approvals(account, days)) {
            Fields then = orders.find(approval.orderNo()).fields();
            materials.of(approval.orderNo()).stream()
                    .filter(paper -> paper.reusedFrom() == null && fits(paper, needed))
                    .forEach(paper -> {
                        Whose whose = WHOSE.get(paper.type());
                        newest.putIfAbsent(
                                paper.type() + then.text(whose.number()).orElse(""),
                                new Offer(paper, then.text(whose.name()).orElse(""), approval.at()));
                    });
        }
        return List.copyOf(newest.values());
    }

    /** The approved paper becomes a paper of the order; one that may not be used again is a problem of its item. */
    @Transactional
    public Attachment reuse(Order order, String id, String type, String actor) {
        Attachment paper = offers(order.applicant(), order.line(), order.region(), order.fields()).stream()
                .map(Offer::paper)
                .filter(offered -> offered.id().equals(id) && offered.type().equals(type))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("material.not-reusable"));
        requireSameHolder(order, paper);
        return materials.reuse(paper, order.orderNo(), order.round(), actor);
    }

    private void requireSameHolder(Order order, Attachment paper) {
        String field = WHOSE.get(paper.type()).number();
        Optional<String> now = order.fields().text(field);
        Optional<String> then = orders.find(paper.orderNo()).fields().text(field);
        if (now.isPresent() && then.isPresent() && !now.equals(then)) {
            throw Problem.invalid(paper.type(), "material.other-holder");
        }
    }

    private static boolean fits(Attachment paper, List<RequiredDocument> needed) {
        return needed.stream()
                .anyMatch(document -> document.type().equals(paper.type())
                        && document.formats().contains(paper.mediaType()));
    }

    /** Orders whose last word was an approval, the newest first. */
    private List<Approval> approvals(String account, Duration days) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select d.order_no, max(d.decided_at) as approved_at
                from review_decision d join application_order o on o.order_no = d.order_no
                where o.applicant = ? and d.decision = 'APPROVE' and d.decided_at between ? and ?
                  and o.status not in ('DRAFT', 'PENDING_REVIEW', 'RETURNED', 'ON_HOLD', 'REJECTED')
                  and not exists (select 1 from review_decision x
                    where x.order_no = d.order_no and x.decision <> 'APPROVE' and x.decided_at >= d.decided_at)
                group by d.order_no order by approved_at desc limit 20""")
                .params(account, now.minus(days).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Approval(
                        row.getString("order_no"),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
