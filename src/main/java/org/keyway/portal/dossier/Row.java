package org.keyway.portal.dossier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a table in a document: name to text, never null. */
final class Row {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Row of(String name, Object value) {
        return new Row().and(name, value);
    }

    Row and(String name, Object value) {
        values.put(name, value == null ? "" : value);
        return this;
    }

    Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
