package org.keyway.order.form;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.order.Fields;

/** Holds when another field has one of the values, written {@code deliveryMode=MAIL,PICKUP}. */
public record FieldCondition(String field, Set<String> values) {

    /** Reads the attribute text; a text without a name or values is a fault of the form. */
    static FieldCondition parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            throw new IllegalArgumentException("condition must read field=value[,value]: " + text);
        }
        Set<String> values = Arrays.stream(text.substring(sign + 1).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        return new FieldCondition(text.substring(0, sign).strip(), values);
    }

    /** Whether the fields meet it; a field that has several values meets it with any of them. */
    public boolean holds(Fields fields) {
        return fields.list(field).stream().anyMatch(values::contains);
    }
}
