package org.keyway.portal.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.keyway.certificate.CertificateView;
import org.keyway.portal.Wording;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** The end of a key's certificate as a calendar entry (RFC 5545) with alarms a month and a week before. */
@Component
class ExpiryCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Wording wording;
    private final KeywayProperties properties;
    private final Clock clock;

    ExpiryCalendar(Wording wording, KeywayProperties properties, Clock clock) {
        this.wording = wording;
        this.properties = properties;
        this.clock = clock;
    }

    String of(org.keyway.ukey.KeyView key) {
        LocalDate end = key.certificates().stream()
                .map(CertificateView::notAfter)
                .max(Comparator.naturalOrder())
                .map(last -> LocalDate.ofInstant(last, KeywayClock.ZONE))
                .orElseThrow(() -> Problem.notFound("portal.key.unknown"));
        String summary = wording.text("key.calendar.summary", key.serial());
        List<String> lines = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Keyway//CA//ZH",
                "BEGIN:VEVENT",
                "UID:" + key.serial() + "-" + DAY.format(end) + "@keyway.org",
                "DTSTAMP:" + STAMP.format(clock.instant()),
                "DTSTART;VALUE=DATE:" + DAY.format(end),
                "DTEND;VALUE=DATE:" + DAY.format(end.plusDays(1)),
                "SUMMARY:" + summary,
                "URL:" + properties.publicUrl() + "/apply/renewal?key=" + key.serial(),
                alarm("-P30D", summary),
                alarm("-P7D", summary),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        return String.join("\r\n", lines);
    }

    private static String alarm(String before, String text) {
        return String.join(
                "\r\n", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + before, "DESCRIPTION:" + text, "END:VALARM");
    }
}
