package org.keyway.order.form;

/** Text that a person typed: no control or direction-changing characters, no broken surrogates. */
final class PlainText {

    private PlainText() {}

    /** Whether every character may be stored; line breaks only where the field has several lines. */
    static boolean isPlain(String text, boolean lines) {
        return text.codePoints().allMatch(point -> isPlain(point, lines));
    }

    /** A name as it may be repeated in an answer: plain characters only, 60 at most. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().filter(point -> isPlain(point, false)).limit(60).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isPlain(int point, boolean lines) {
        if (lines && (point == '\n' || point == '\r' || point == '\t')) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> (point & 0xFFFE) != 0xFFFE;
        };
    }
}
