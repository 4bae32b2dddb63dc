package org.keyway.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.keyway.order.BusinessLine;
import org.keyway.order.OrderStatus;
import org.keyway.shared.KeywayClock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns codes, times and amounts into what people read. */
@Component
public class Wording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The bundle's text; the code itself when there is none. */
    public String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, Locale.SIMPLIFIED_CHINESE);
    }

    /** The bundle's text, or {@code otherwise}. */
    public String textOr(String otherwise, String code, Object... arguments) {
        return messages.getMessage(code, arguments, otherwise, Locale.SIMPLIFIED_CHINESE);
    }

    public String status(OrderStatus status) {
        return text("status." + status);
    }

    public String line(BusinessLine line) {
        return text("line." + line.slug());
    }

    /** {@code yyyy-MM-dd HH:mm} in China; null stays null. */
    public String time(Instant at) {
        return at == null ? null : MINUTE.format(at.atZone(KeywayClock.ZONE));
    }

    /** {@code yyyy-MM-dd} in China; null stays null. */
    public String date(Instant at) {
        return at == null ? null : at.atZone(KeywayClock.ZONE).toLocalDate().toString();
    }

    /** A length of time as people say it: minutes, hours or days, never less than a minute. */
    public String span(Duration length) {
        long minutes = Math.max(1, length.toMinutes());
        if (minutes < 60) {
            return text("span.minutes", minutes);
        }
        return minutes < 48 * 60
                ? text("span.hours", Math.round(minutes / 60.0))
                : text("span.days", Math.round(minutes / 1440.0));
    }

    /** Address of the form of a line, filled in from the order that leads there. */
    public static String next(String line, String orderNo) {
        return "/apply/" + line + "?from=" + orderNo;
    }

    /** ISO 8601 with China's offset, for the API; null stays null. */
    public static OffsetDateTime iso(Instant at) {
        return at == null ? null : at.atZone(KeywayClock.ZONE).toOffsetDateTime();
    }

    /** CNY with two decimals from cents. */
    public static String yuan(long cents) {
        return "\u00a5" + plainYuan(cents);
    }

    /** Two decimals from cents, without the sign of the currency. */
    public static String plainYuan(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
