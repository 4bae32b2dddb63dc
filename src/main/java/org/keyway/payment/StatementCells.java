package org.keyway.payment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and amounts as banks write them; empty when they are not to be understood. */
final class StatementCells {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:\\D.*)?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,2})?");

    private StatementCells() {}

    static Optional<LocalDate> day(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** CNY cents of {@code 1,234.50}, with or without a sign of the currency; 0 for an empty cell. */
    static Optional<Long> cents(String text) {
        String plain = text.replaceAll("[,\\s\u00a5\uffe5+]", "");
        if (plain.isEmpty()) {
            return Optional.of(0L);
        }
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain).movePointRight(2).longValueExact())
                : Optional.empty();
    }
}
