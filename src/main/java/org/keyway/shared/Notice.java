package org.keyway.shared;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A partner's message as it came over the wire: headers (any case) and the raw body that its signature covers. */
public record Notice(Map<String, String> headers, byte[] body) {

    public Notice {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The header's value, or the empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
