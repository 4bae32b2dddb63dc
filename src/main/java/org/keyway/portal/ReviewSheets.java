package org.keyway.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.order.ReturnedItems;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.portal.ReviewSheet.Precheck;
import org.keyway.portal.ReviewSheet.Reason;
import org.keyway.portal.ReviewSheet.Returned;
import org.keyway.portal.ReviewSheet.Round;
import org.keyway.portal.ReviewSheet.SheetPaper;
import org.keyway.review.Prechecks;
import org.keyway.review.ReviewItems;
import org.keyway.review.ReviewRecords;
import org.springframework.stereotype.Component;

/** Puts the reviewer's sheet together. */
@Component
public class ReviewSheets {

    private static final List<String> REASONS = List.of(
            "UNREADABLE", "INCOMPLETE", "NOT_STAMPED", "MISMATCH", "WRONG_DOCUMENT", "EXPIRED", "WRONG_VALUE", "OTHER");

    private final FieldSections sections;
    private final Comparison comparison;
    private final Materials materials;
    private final Prechecks prechecks;
    private final ReviewRecords records;
    private final ReviewItems items;
    private final ReturnedItems returned;
    private final OrderHistory history;
    private final ReturnTexts returnTexts;
    private final Cities cities;
    private final Wording wording;

    ReviewSheets(
            FieldSections sections,
            Comparison comparison,
            Materials materials,
            Prechecks prechecks,
            ReviewRecords records,
            ReviewItems items,
            ReturnedItems returned,
            OrderHistory history,
            ReturnTexts returnTexts,
            Cities cities,
            Wording wording) {
        this.sections = sections;
        this.comparison = comparison;
        this.materials = materials;
        this.prechecks = prechecks;
        this.records = records;
        this.items = items;
        this.returned = returned;
        this.history = history;
        this.returnTexts = returnTexts;
        this.cities = cities;
        this.wording = wording;
    }

    /** The sheet with personal numbers in full: for staff only, the caller has asked. */
    public ReviewSheet of(Order order) {
        Map<String, String> labels = items.of(order);
        return new ReviewSheet(
                order.orderNo(),
                wording.line(order.line()),
                cities.name(order.region()),
                order.round(),
                wording.status(order.status()),
                sections.of(order, true, records.previousRound(order)),
                comparison.of(order, labels),
                materials.of(order.orderNo()).stream()
                        .map(paper -> paper(paper, order, labels))
                        .toList(),
                prechecks.of(order).stream()
                        .map(finding -> precheck(finding, labels))
                        .toList(),
                returned.of(order.orderNo()).stream()
                        .map(item -> new Returned(item.item(), label(labels, item.item()), returnTexts.of(item)))
                        .toList(),
                rounds(order.orderNo()),
                REASONS.stream()
                        .map(code -> new Reason(code, wording.text("defect." + code)))
                        .toList());
    }

    /** What people call a field or paper. */
    String label(Map<String, String> labels, String item) {
        String other = wording.textOr(item, "precheck.item." + item);
        return labels.getOrDefault(item, wording.textOr(other, "attachment." + item));
    }

    private SheetPaper paper(Attachment paper, Order order, Map<String, String> labels) {
        boolean fresh = order.round() > 1 && paper.round() == order.round() - 1;
        return new SheetPaper(
                paper.id(),
                paper.type(),
                label(labels, paper.type()),
                paper.fileName(),
                paper.mediaType(),
                paper.size(),
                paper.pages(),
                paper.round(),
                fresh,
                paper.reusedFrom());
    }

    private Precheck precheck(Prechecks.Finding finding, Map<String, String> labels) {
        String text = wording.text(
                "portal.precheck",
                label(labels, finding.item()),
                wording.text("precheck." + finding.code() + (finding.passed() ? "" : ".warn"), finding.detail()));
        return new Precheck(finding.item(), finding.passed(), text);
    }

    private List<Round> rounds(String orderNo) {
        return history.of(orderNo).stream()
                .flatMap(entry -> entry.opinion() == null || entry.opinion().isBlank()
                        ? Stream.empty()
                        : Stream.of(new Round(
                                entry.step(), entry.handler(), wording.time(entry.handledAt()), entry.opinion())))
                .toList();
    }
}
