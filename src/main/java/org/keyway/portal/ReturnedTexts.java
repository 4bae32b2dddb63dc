package org.keyway.portal;

import java.util.List;
import java.util.Map;
import org.keyway.order.Order;
import org.keyway.order.ReturnedItems;
import org.keyway.review.ReviewItems;
import org.springframework.stereotype.Component;

/** What was sent back, as the applicant reads it. */
@Component
public class ReturnedTexts {

    /** A field or paper by its label, and why. */
    public record ReturnedText(String item, String label, String text) {}

    private final ReturnedItems returned;
    private final ReviewItems items;
    private final ReturnTexts texts;
    private final Wording wording;

    ReturnedTexts(ReturnedItems returned, ReviewItems items, ReturnTexts texts, Wording wording) {
        this.returned = returned;
        this.items = items;
        this.texts = texts;
        this.wording = wording;
    }

    /** In the order of the store. */
    public List<ReturnedText> of(Order order) {
        Map<String, String> labels = items.of(order);
        return returned.of(order.orderNo()).stream()
                .map(item -> new ReturnedText(
                        item.item(),
                        labels.getOrDefault(item.item(), wording.textOr(item.item(), "attachment." + item.item())),
                        texts.of(item)))
                .toList();
    }
}
