package org.keyway.ukey.agent;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.Tokens;

/** Looks why something does not work: driver, key, serial number, server, clock; the report goes to support as it is. */
final class Environment {

    /** One look; {@code text} says what was found and, if it is wrong, what to do. */
    record Check(String id, boolean ok, String text) {}

    /** Everything, with a text to copy. */
    record Findings(List<Check> checks, String report) {}

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final AgentOptions options;
    private final Tokens tokens;
    private final ServerLine server;
    private final AgentTexts texts;
    private final Clock clock;

    Environment(AgentOptions options, Tokens tokens, ServerLine server, AgentTexts texts, Clock clock) {
        this.options = options;
        this.tokens = tokens;
        this.server = server;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code expected}: serial number that should be plugged in; may be empty. */
    Findings look(String expected) {
        List<Check> checks = new ArrayList<>();
        keys(expected, checks);
        server(checks);
        StringBuilder report = new StringBuilder(texts.of(
                "agent.environment.head",
                clock.instant().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString()));
        checks.forEach(check -> report.append('\n')
                .append(texts.of("agent.environment." + (check.ok() ? "good" : "bad"), check.text())));
        return new Findings(checks, report.toString());
    }

    private void keys(String expected, List<Check> checks) {
        List<String> serials;
        try {
            serials = tokens.present();
        } catch (TokenException e) {
            add(checks, "driver", false, String.valueOf(options.module()));
            return;
        }
        add(checks, "driver", true, options.module() == null ? options.softDir() : options.module());
        add(checks, "key", !serials.isEmpty(), String.join(" ", serials));
        if (!expected.isEmpty()) {
            add(checks, "serial", serials.contains(expected), expected);
        }
    }

    private void server(List<Check> checks) {
        try {
            HttpResponse<String> health = server.health();
            add(checks, "server", health.statusCode() == 200, options.server());
            health.headers().firstValue("Date").ifPresent(date -> clock(date, checks));
        } catch (IOException e) {
            add(checks, "server", false, options.server());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            add(checks, "server", false, options.server());
        }
    }

    private void clock(String date, List<Check> checks) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration off = Duration.between(there, clock.instant()).abs();
            add(checks, "clock", off.compareTo(TOLERANCE) <= 0, off.toMinutes());
        } catch (DateTimeParseException e) {
            add(checks, "clock", false, "?");
        }
    }

    private void add(List<Check> checks, String id, boolean ok, Object found) {
        checks.add(new Check(id, ok, texts.of("agent.check." + id + (ok ? ".ok" : ".no"), String.valueOf(found))));
    }
}
