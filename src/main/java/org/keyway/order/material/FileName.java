package org.keyway.order.material;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file name made safe to store, show and send back: no path, no hidden characters, 120 characters at most. */
record FileName(String text) {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;
    private static final String SEPARATORS = "[/\\\\\u2044\u2215\u2216\u29F5\u29F8\uFF0F\uFF3C]|%2[fF]|%5[cC]";
    private static final String FORBIDDEN = "[<>:\"|?*%;\']|[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]";
    private static final Set<String> RESERVED = Set.of("CON", "PRN", "AUX", "NUL");

    /** Endings that make a browser or desktop run a file; they may not hide before the real one. */
    private static final Set<String> RUNNABLE = Set.of(
            "exe", "com", "bat", "cmd", "scr", "msi", "js", "vbs", "ps1", "jar", "sh", "php", "jsp", "jspx", "asp",
            "aspx", "html", "htm", "svg", "hta", "lnk", "dll");

    /** The last part of whatever path was sent, cleaned. */
    static FileName clean(String sent) {
        String normal = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        String[] parts = normal.split(SEPARATORS);
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        String name = last.replaceAll(FORBIDDEN, "").replaceAll("\\s+", " ").replaceAll("^[.\\s~-]+|[.\\s]+$", "");
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        if (RESERVED.contains(base.toUpperCase(Locale.ROOT))
                || base.toUpperCase(Locale.ROOT).matches("(COM|LPT)\\d")) {
            name = "_" + name;
        }
        return new FileName(shortened(name.isEmpty() ? "file" : name));
    }

    /** What follows the last dot; empty when there is none. */
    String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1);
    }

    /** Whether an ending before the last one would make the file run, as in {@code a.php.jpg}. */
    boolean hidesRunnable() {
        List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split("\\."));
        return parts.size() > 2 && parts.subList(1, parts.size() - 1).stream().anyMatch(RUNNABLE::contains);
    }

    private static String shortened(String name) {
        int points = name.codePointCount(0, name.length());
        if (points <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= LONGEST_EXTENSION + 1 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - end.length())) + end;
    }
}
