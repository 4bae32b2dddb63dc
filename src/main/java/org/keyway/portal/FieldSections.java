package org.keyway.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.ReturnedItem;
import org.keyway.order.ReturnedItems;
import org.keyway.order.form.FormField;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.portal.FieldSection.FieldText;
import org.springframework.stereotype.Component;

/** Lays out an order's fields in the sections and with the labels of its form, whatever an analyst put there. */
@Component
public class FieldSections {

    private final Forms forms;
    private final ConsentTexts consents;
    private final ReturnedItems returned;
    private final Divisions divisions;

    FieldSections(Forms forms, ConsentTexts consents, ReturnedItems returned, Divisions divisions) {
        this.forms = forms;
        this.consents = consents;
        this.returned = returned;
        this.divisions = divisions;
    }

    /** All fields that are asked of this order; masked unless {@code own}, compared with {@code before} when given. */
    public List<FieldSection> of(Order order, boolean own, Optional<Fields> before) {
        FormSchema schema = forms.schema(order.line(), order.fields());
        Fields now = new Fields(MaskedFields.of(order.fields(), own));
        Optional<Fields> earlier = before.map(fields -> new Fields(MaskedFields.of(fields, own)));
        Set<String> back =
                returned.of(order.orderNo()).stream().map(ReturnedItem::item).collect(Collectors.toSet());
        Map<String, List<FieldText>> sections = new LinkedHashMap<>();
        for (FormField field : schema.fields()) {
            if (field.equalTo() == null
                    && field.shownIn(order.fields())
                    && !field.type().equals("hidden")) {
                String value = value(schema, field.name(), now);
                String old = earlier.map(fields -> value(schema, field.name(), fields))
                        .orElse(null);
                sections.computeIfAbsent(field.section(), title -> new ArrayList<>())
                        .add(new FieldText(field.name(), field.label(), value, old, back.contains(field.name())));
            }
        }
        return sections.entrySet().stream()
                .map(entry -> new FieldSection(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private String value(FormSchema schema, String name, Fields fields) {
        return fields.list(name).stream()
                .map(value -> readable(schema, name, value))
                .collect(Collectors.joining("\uff1b"));
    }

    private String readable(FormSchema schema, String name, String value) {
        if (name.endsWith("Division")) {
            return divisions.name(value);
        }
        if (name.equals("consents")) {
            String id = value.contains(":") ? value.substring(0, value.lastIndexOf(':')) : value;
            return consents.find(id).map(Consent::title).orElse(value);
        }
        if (name.endsWith("At")) {
            return value.replace('T', ' ');
        }
        return schema.optionLabel(name, value);
    }
}
