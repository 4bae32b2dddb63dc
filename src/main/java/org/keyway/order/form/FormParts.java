package org.keyway.order.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sections that several start forms share: {@code <div data-include="part-invoice"></div>} stands for the content of
 * {@code forms/part-invoice.html}. A place whose part does not exist stays as it is, for the lint to name.
 */
public final class FormParts {

    private static final Pattern PLACE = Pattern.compile("<div data-include=\"(part-[a-z-]+)\"></div>");
    private static final Pattern PART = Pattern.compile("forms/part-[a-z-]+\\.html");

    private FormParts() {}

    /** The files by name with every part in its place, and without the parts: a form is deployed whole. */
    public static SortedMap<String, byte[]> joined(Map<String, byte[]> files) {
        SortedMap<String, byte[]> whole = new TreeMap<>();
        files.forEach((name, content) -> {
            if (!PART.matcher(name).matches()) {
                whole.put(name, name.endsWith(".html") ? joined(content, files) : content);
            }
        });
        return whole;
    }

    private static byte[] joined(byte[] form, Map<String, byte[]> files) {
        String html = new String(form, StandardCharsets.UTF_8);
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(part(place, files)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(MatchResult place, Map<String, byte[]> files) {
        byte[] part = files.get("forms/" + place.group(1) + ".html");
        return part == null ? place.group() : new String(part, StandardCharsets.UTF_8).strip();
    }
}
