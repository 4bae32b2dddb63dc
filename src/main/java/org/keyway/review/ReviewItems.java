package org.keyway.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.order.Order;
import org.keyway.order.PolicyTables;
import org.keyway.order.form.Forms;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a reviewer can send back: every field of the form and every paper, with its label. */
@Component
public class ReviewItems {

    private final Forms forms;
    private final PolicyTables tables;

    ReviewItems(@Lazy Forms forms, @Lazy PolicyTables tables) {
        this.forms = forms;
        this.tables = tables;
    }

    /** Field name or attachment type to label, in the order of the form. */
    public Map<String, String> of(Order order) {
        Map<String, String> items = new LinkedHashMap<>();
        forms.schema(order.line(), order.fields()).fields().forEach(field -> items.put(field.name(), field.label()));
        tables.documents(order.line(), order.region(), order.fields())
                .forEach(paper -> items.put(paper.type(), paper.name()));
        return items;
    }
}
