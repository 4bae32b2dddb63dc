package org.keyway.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.CaseFacts;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.ReturnedItem;
import org.keyway.order.ReturnedItems;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what reviewers decide; nobody reviews an own order, and the second reviewer is another person. */
@Service
public class Reviews {

    private static final String SECOND = "Task_SecondReview";
    private static final int NOTE_LENGTH = 500;

    private final OrderService orders;
    private final ReturnedItems returnedItems;
    private final ReviewRecords records;
    private final ReviewItems items;
    private final CaseFacts caseFacts;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final MessageSourceAccessor wording;

    Reviews(
            @Lazy OrderService orders,
            ReturnedItems returnedItems,
            ReviewRecords records,
            ReviewItems items,
            CaseFacts caseFacts,
            ObjectMapper json,
            ApplicationEventPublisher events,
            MessageSource wording) {
        this.orders = orders;
        this.returnedItems = returnedItems;
        this.records = records;
        this.items = items;
        this.caseFacts = caseFacts;
        this.json = json;
        this.events = events;
        this.wording = new MessageSourceAccessor(wording);
    }

    /** Checks and records a decision; returns the opinion in words for the history. */
    @Transactional
    public String decide(ReviewInput input) {
        Decision decision = Decision.of(input.decision(), SECOND.equals(input.stage()))
                .orElseThrow(() -> Problem.invalid(
                        "decision",
                        "step.decision-unknown",
                        Arrays.stream(Decision.values()).map(Enum::name).collect(Collectors.joining(", "))));
        Order order = orders.find(input.orderNo());
        checkPersons(input, order);
        if (decision.needsReason() && input.reason().isBlank()) {
            throw Problem.invalid("reason", "step.reason-required");
        }
        List<ReturnedItem> defects = decision == Decision.RETURN ? defects(input, order) : List.of();
        String opinion = opinion(decision, input.reason(), defects, order);
        records.add(order, input, opinion, write(defects));
        caseFacts.defectsAre(order.orderNo(), decision == Decision.APPROVE ? null : shorten(opinion, 1000));
        events.publishEvent(new AuditRecord(
                input.reviewer(),
                "review." + decision.name().toLowerCase(),
                order.orderNo(),
                "round " + order.round()));
        return opinion;
    }

    /** Opens what the last decision sent back, and only this, for correction. */
    @Transactional
    public void openReturnedItems(String orderNo) {
        returnedItems.replace(orderNo, parse(records.lastDefects(orderNo)));
    }

    /** What was sent back, in one paragraph for messages. */
    public String returnedText(Order order) {
        List<ReturnedItem> defects = returnedItems.of(order.orderNo());
        return defects.stream().map(defect -> text(defect, order)).collect(Collectors.joining("; "));
    }

    private void checkPersons(ReviewInput input, Order order) {
        if (input.reviewer().equals(order.applicant()) || input.reviewer().equals(order.createdBy())) {
            throw Problem.forbidden("step.own-order");
        }
        if (SECOND.equals(input.stage()) && records.reviewersOf(order).contains(input.reviewer())) {
            throw Problem.forbidden("step.second-reviewer-same");
        }
    }

    private List<ReturnedItem> defects(ReviewInput input, Order order) {
        List<ReturnedItem> defects = parse(input.defects());
        if (defects.isEmpty()) {
            throw Problem.invalid("defects", "step.defects-required");
        }
        Set<String> known = items.of(order).keySet();
        for (ReturnedItem defect : defects) {
            if (!known.contains(defect.item())) {
                throw Problem.invalid("defects", "step.defects-item-unknown", defect.item());
            }
        }
        return defects;
    }

    private List<ReturnedItem> parse(String text) {
        try {
            ReturnedItem[] parsed = text.isBlank() ? new ReturnedItem[0] : json.readValue(text, ReturnedItem[].class);
            return Arrays.stream(parsed)
                    .filter(defect -> defect != null && defect.item() != null)
                    .map(defect -> new ReturnedItem(
                            defect.item(),
                            defect.code() == null || !defect.code().matches("[A-Z_]{1,40}") ? "OTHER" : defect.code(),
                            shorten(defect.note(), NOTE_LENGTH)))
                    .collect(Collectors.toMap(
                            ReturnedItem::item,
                            defect -> defect,
                            (first, again) -> again,
                            java.util.LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
        } catch (JsonProcessingException e) {
            throw Problem.invalid("defects", "step.defects-unreadable");
        }
    }

    private String write(List<ReturnedItem> defects) {
        try {
            return json.writeValueAsString(defects);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("defects cannot be stored", e);
        }
    }

    private String opinion(Decision decision, String reason, List<ReturnedItem> defects, Order order) {
        String listed = defects.stream().map(defect -> text(defect, order)).collect(Collectors.joining("; "));
        String head = wording.getMessage("decision." + decision);
        return java.util.stream.Stream.of(head, listed, reason)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private String text(ReturnedItem defect, Order order) {
        String label = items.of(order).getOrDefault(defect.item(), defect.item());
        String why = wording.getMessage("defect." + defect.code(), wording.getMessage("defect.OTHER"));
        String note = defect.note() == null ? "" : defect.note();
        return wording.getMessage("defect.line", new Object[] {label, why, note})
                .strip();
    }

    private static String shorten(String text, int length) {
        return text == null ? "" : text.length() <= length ? text : text.substring(0, length);
    }
}
