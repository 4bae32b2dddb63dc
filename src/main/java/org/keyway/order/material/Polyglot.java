package org.keyway.order.material;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises a file that is two things at once: a paper to the reviewer, an archive or a page to another program. */
final class Polyglot {

    private static final List<String> ARCHIVES = List.of("pk\u0003\u0004", "rar!\u001a", "7z\u00bc\u00af\u0027\u001c");
    private static final List<String> PAGES =
            List.of("<html", "<!doctype", "<script", "<svg", "<body", "<iframe", "<?php");
    private static final String DOCUMENT = "%pdf-";
    private static final int HEAD = 1024;
    private static final int ZIP_END = 22;

    private Polyglot() {}

    static boolean isSuspected(byte[] file, PaperFormat format) {
        if (endsAsZip(file)) {
            return true;
        }
        return format == PaperFormat.PDF ? isSuspectedPdf(file) : isSuspectedImage(file, format);
    }

    private static boolean isSuspectedPdf(byte[] file) {
        String head = text(file, 0, Math.min(file.length, HEAD));
        int end = text(file, 0, file.length).lastIndexOf("%%eof");
        String tail = end < 0 ? "" : text(file, end, file.length);
        return !head.startsWith(DOCUMENT) || holds(head, PAGES) || holds(tail, PAGES) || holds(tail, ARCHIVES);
    }

    private static boolean isSuspectedImage(byte[] file, PaperFormat format) {
        int end = ImageEnd.of(file, format);
        if (end < 0 || end >= file.length) {
            return false;
        }
        String tail = text(file, end, file.length);
        boolean more =
                format == PaperFormat.GIF && !tail.isBlank() && tail.chars().anyMatch(c -> c != 0);
        return more || tail.contains(DOCUMENT) || holds(tail, PAGES) || holds(tail, ARCHIVES);
    }

    /** Archive programs read a ZIP from its end record, so anything may stand before it. */
    private static boolean endsAsZip(byte[] file) {
        for (int at = file.length - ZIP_END; at >= 0 && at >= file.length - ZIP_END - 0xFFFF; at--) {
            boolean record = file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6;
            if (record && at + ZIP_END + ((file[at + 21] & 0xFF) << 8 | file[at + 20] & 0xFF) <= file.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String text, List<String> signs) {
        return signs.stream().anyMatch(text::contains);
    }

    private static String text(byte[] file, int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
