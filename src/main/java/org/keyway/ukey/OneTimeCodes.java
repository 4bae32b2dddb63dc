package org.keyway.ukey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that prove something about an order once: eight digits, derived whenever they are sent, stored only as a salted
 * hash, good for a short time and five tries, so many a day.
 */
@Service
public class OneTimeCodes {

    /** What a code proves. */
    public enum Purpose {
        /** Who asks still has the phone that was reserved when the key was issued. */
        IDENTITY("identityCode"),
        /** The holder may reset the PIN of the key now. */
        UNLOCK("authorizationCode");

        private final String field;

        Purpose(String field) {
            this.field = field;
        }
    }

    private static final int MAX_TRIES = 5;
    private static final int DIGITS = 8;

    private final OneTimeCodeRows rows;
    private final Secrets secrets;
    private final OwnTransaction own;
    private final TokenProperties settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OneTimeCodes(
            OneTimeCodeRows rows,
            Secrets secrets,
            OwnTransaction own,
            TokenProperties settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.secrets = secrets;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** A fresh code that replaces the one before, unless today's are used up. */
    @Transactional
    public void issue(String orderNo, Purpose purpose, Duration validity, int perDay) {
        if (today(orderNo, purpose) >= perDay) {
            return;
        }
        int issue =
                rows.latest(orderNo, purpose).map(OneTimeCodeRows.Row::issue).orElse(0) + 1;
        PinHash hash = PinHash.of(code(orderNo, purpose, issue).toCharArray(), settings.iterations());
        rows.add(orderNo, purpose, issue, hash, clock.instant().plus(validity));
        audit("code.issued", orderNo, purpose);
    }

    /** Refuses when no further code is sent today. */
    public void requireAnother(String orderNo, Purpose purpose, int perDay) {
        if (today(orderNo, purpose) >= perDay) {
            throw refused(purpose, "too-many", perDay);
        }
    }

    /** How many codes were made so far; tells repeated messages apart. */
    public int issueNumber(String orderNo, Purpose purpose) {
        return known(orderNo, purpose).issue();
    }

    /** The code now in force, for the message to its receiver and for nothing else. */
    public String reveal(String orderNo, Purpose purpose) {
        return code(orderNo, purpose, known(orderNo, purpose).issue());
    }

    /** Accepts the code, once, or throws a problem of its field. */
    @Transactional
    public void redeem(String orderNo, Purpose purpose, String code) {
        rows.redeem(orderNo, purpose, accepted(orderNo, purpose, code).issue());
        audit("code.redeemed", orderNo, purpose);
    }

    /** Accepts the code without using it up; the right one gets its try back. */
    void check(String orderNo, Purpose purpose, String code) {
        int issue = accepted(orderNo, purpose, code).issue();
        own.commit(() -> rows.giveBack(orderNo, purpose, issue));
    }

    /** Whether this is the newest code of the order and was used up. */
    boolean isUsedUp(String orderNo, Purpose purpose, String code) {
        return rows.latest(orderNo, purpose)
                .filter(row -> row.redeemed() && matches(row, code))
                .isPresent();
    }

    private OneTimeCodeRows.Row accepted(String orderNo, Purpose purpose, String code) {
        OneTimeCodeRows.Row row = known(orderNo, purpose);
        if (row.redeemed()) {
            throw refused(purpose, "used");
        }
        if (clock.instant().isAfter(row.expiresAt())) {
            throw refused(purpose, "expired");
        }
        int tries = own.commit(() -> rows.countTry(orderNo, purpose, row.issue(), MAX_TRIES));
        if (tries > MAX_TRIES) {
            throw refused(purpose, "locked");
        }
        if (!matches(row, code)) {
            throw tries == MAX_TRIES ? refused(purpose, "locked") : refused(purpose, "wrong", MAX_TRIES - tries);
        }
        return row;
    }

    private boolean matches(OneTimeCodeRows.Row row, String code) {
        String text = code == null ? "" : code.strip();
        return text.matches("\\d{" + DIGITS + "}") && row.hash().matches(text.toCharArray(), settings.iterations());
    }

    /** Whether any code of this kind was accepted for the order. */
    public boolean isRedeemed(String orderNo, Purpose purpose) {
        return rows.isRedeemed(orderNo, purpose);
    }

    private int today(String orderNo, Purpose purpose) {
        Instant midnight = LocalDate.ofInstant(clock.instant(), KeywayClock.ZONE)
                .atStartOfDay(KeywayClock.ZONE)
                .toInstant();
        return rows.issuedSince(orderNo, purpose, midnight);
    }

    private OneTimeCodeRows.Row known(String orderNo, Purpose purpose) {
        return rows.latest(orderNo, purpose).orElseThrow(() -> refused(purpose, "unknown"));
    }

    private String code(String orderNo, Purpose purpose, int issue) {
        return secrets.digits("one-time-code", orderNo + "/" + purpose + "/" + issue, DIGITS);
    }

    private void audit(String action, String orderNo, Purpose purpose) {
        events.publishEvent(new AuditRecord("system", action, "order:" + orderNo, purpose.name()));
    }

    private static Problem refused(Purpose purpose, String why, Object... arguments) {
        return Problem.invalid(purpose.field, "ukey.once." + why, arguments);
    }
}
