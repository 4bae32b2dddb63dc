package org.keyway.shared;

/** Shows enough of a personal number to recognise it and not enough to use it. */
public final class Masking {

    private Masking() {}

    /** Mobile: first three and last four characters. */
    public static String mobile(String value) {
        return keep(value, 3, 4);
    }

    /** Resident ID number (GB 11643): first six and last four characters. */
    public static String idNumber(String value) {
        return keep(value, 6, 4);
    }

    private static String keep(String value, int head, int tail) {
        if (value == null || value.length() <= head + tail) {
            return value == null || value.isEmpty() ? value : "*".repeat(value.length());
        }
        int hidden = value.length() - head - tail;
        return value.substring(0, head) + "*".repeat(hidden) + value.substring(head + hidden);
    }
}
