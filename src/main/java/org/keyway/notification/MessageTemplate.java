package org.keyway.notification;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wording of one message: header lines {@code channel}, {@code to}, {@code subject}, an empty line, and a body with
 * placeholders in braces after a dollar sign.
 */
record MessageTemplate(String name, Channel channel, String role, String subject, String body) {

    /** Placeholders that any template may use. */
    static final Set<String> KNOWN = Set.of(
            "orderNo",
            "url",
            "line",
            "city",
            "step",
            "organizationName",
            "amount",
            "deadline",
            "defects",
            "reason",
            "carrier",
            "waybillNo",
            "pickupPlace",
            "keySerial",
            "whichKey",
            "keyRefund",
            "refundNote",
            "payLead",
            "payNext",
            "receivedNext",
            "bidOpeningAt",
            "slot",
            "notAfter",
            "windowFrom",
            "daysLeft",
            "renewUrl",
            "calendarUrl",
            "secret");

    static final Set<String> ROLES = Set.of("handler", "legal", "consignee", "applicant", "reserved", "supervisor");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** Reads the file's text; what is wrong is named with the template. */
    static MessageTemplate parse(String name, String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : parts[0].split("\n")) {
            String[] pair = line.split(":", 2);
            demand(pair.length == 2, name, "header line without colon");
            header.put(pair[0].strip(), pair[1].strip());
        }
        demand(parts.length == 2 && !parts[1].isBlank(), name, "no body after an empty line");
        demand(Set.of("channel", "to", "subject").containsAll(header.keySet()), name, "unknown header");
        demand(Set.of("SMS", "MAIL").contains(header.getOrDefault("channel", "")), name, "channel must be SMS or MAIL");
        demand(ROLES.contains(header.getOrDefault("to", "")), name, "to must be one of " + ROLES);
        Channel channel = Channel.valueOf(header.get("channel"));
        String subject = header.getOrDefault("subject", "");
        demand(channel == Channel.SMS || !subject.isEmpty(), name, "mail without subject");
        MessageTemplate template = new MessageTemplate(name, channel, header.get("to"), subject, parts[1].strip());
        for (String placeholder : template.placeholders()) {
            demand(KNOWN.contains(placeholder), name, "unknown placeholder " + placeholder);
        }
        demand(!subject.contains("${secret}"), name, "no secret in a subject");
        return template;
    }

    /** Key of the recipient's address in a request. */
    String addressKey() {
        return role + "." + channel.addressKind();
    }

    Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(subject + "\n" + body);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    boolean hasSecret() {
        return placeholders().contains("secret");
    }

    /** Fills a text of this template; values are taken as they are, line breaks in a subject become spaces. */
    String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            demand(value != null, name, "no value for " + found.group(1));
            return Matcher.quoteReplacement(value);
        });
    }

    private static void demand(boolean condition, String template, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException("templates/message/" + template + ".txt: " + complaint);
        }
    }
}
