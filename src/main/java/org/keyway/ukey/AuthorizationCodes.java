package org.keyway.ukey;

import java.time.Clock;
import java.time.Duration;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code with which an applicant writes a key: eight digits, derived whenever it is sent, stored only as a salted
 * hash, bound to order and device, five tries, good for one key. Until that key is written the same device may show it
 * again, so that a pulled key does not waste it.
 */
@Service
public class AuthorizationCodes {

    private static final int MAX_TRIES = 5;

    private final AuthorizationCodeRows rows;
    private final KeyStock stock;
    private final KeyWritingJobs jobs;
    private final Secrets secrets;
    private final OwnTransaction own;
    private final TokenProperties settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AuthorizationCodes(
            AuthorizationCodeRows rows,
            KeyStock stock,
            KeyWritingJobs jobs,
            Secrets secrets,
            OwnTransaction own,
            TokenProperties settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.stock = stock;
        this.jobs = jobs;
        this.secrets = secrets;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Like {@link #issue(String, int, Duration)} with {@code keyway.token.code-validity}. */
    @Transactional
    public void issue(String orderNo, int keyIndex) {
        issue(orderNo, keyIndex, settings.codeValidity());
    }

    /** A fresh code that replaces the one before. */
    @Transactional
    public void issue(String orderNo, int keyIndex, Duration validity) {
        int issue = rows.find(orderNo, keyIndex)
                        .map(AuthorizationCodeRows.Row::issue)
                        .orElse(0)
                + 1;
        PinHash hash = PinHash.of(code(orderNo, keyIndex, issue).toCharArray(), settings.iterations());
        rows.put(orderNo, keyIndex, issue, hash, clock.instant().plus(validity));
        events.publishEvent(new AuditRecord("system", "code.issued", "order:" + orderNo, "key " + keyIndex));
    }

    /** How many codes were issued for this key so far; tells repeated messages apart. */
    public int issueNumber(String orderNo, int keyIndex) {
        return known(orderNo, keyIndex).issue();
    }

    /** The code now in force, for the message to the applicant and for nothing else. */
    public String reveal(String orderNo, int keyIndex) {
        return code(orderNo, keyIndex, known(orderNo, keyIndex).issue());
    }

    /** Accepts the code or throws a problem of the field {@code authorizationCode} or {@code keySerial}. */
    @Transactional
    public void redeem(String orderNo, int keyIndex, String serial, String code) {
        AuthorizationCodeRows.Row row = bound(orderNo, keyIndex, serial);
        if (row.redeemedSerial() != null
                && (!row.redeemedSerial().equals(serial) || jobs.isDone(orderNo, keyIndex, serial))) {
            throw refused("used");
        }
        check(orderNo, keyIndex, serial, row, code);
        events.publishEvent(new AuditRecord("system", "code.redeemed", "order:" + orderNo, "key " + keyIndex));
    }

    /** Accepts the code with which this key was written, so that a lost answer can be given again. */
    @Transactional
    public void recognize(String orderNo, int keyIndex, String serial, String code) {
        AuthorizationCodeRows.Row row = bound(orderNo, keyIndex, serial);
        if (!serial.equals(row.redeemedSerial())) {
            throw refused("unknown");
        }
        check(orderNo, keyIndex, serial, row, code);
    }

    private AuthorizationCodeRows.Row bound(String orderNo, int keyIndex, String serial) {
        AuthorizationCodeRows.Row row = known(orderNo, keyIndex);
        stock.current(orderNo, keyIndex)
                .filter(current -> current.serial().equals(serial))
                .orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
        return row;
    }

    /** Tries are paid and given back at once, whatever becomes of the work for which the code was shown. */
    private void check(String orderNo, int keyIndex, String serial, AuthorizationCodeRows.Row row, String code) {
        if (clock.instant().isAfter(row.expiresAt())) {
            throw refused("expired");
        }
        int tries = own.commit(() -> rows.countTry(orderNo, keyIndex, MAX_TRIES));
        if (tries > MAX_TRIES) {
            throw refused("locked");
        }
        String text = code == null ? "" : code.strip();
        if (!text.matches("\\d{8}") || !row.hash().matches(text.toCharArray(), settings.iterations())) {
            throw tries == MAX_TRIES ? refused("locked") : refused("wrong", MAX_TRIES - tries);
        }
        own.commit(() -> rows.redeem(orderNo, keyIndex, serial));
    }

    /** Whether a code was made for this key of the order. */
    public boolean isIssued(String orderNo, int keyIndex) {
        return rows.find(orderNo, keyIndex).isPresent();
    }

    private AuthorizationCodeRows.Row known(String orderNo, int keyIndex) {
        return rows.find(orderNo, keyIndex).orElseThrow(() -> refused("unknown"));
    }

    private String code(String orderNo, int keyIndex, int issue) {
        return secrets.digits("authorization-code", orderNo + "/" + keyIndex + "/" + issue, 8);
    }

    private static Problem refused(String why, Object... arguments) {
        return Problem.invalid("authorizationCode", "ukey.code." + why, arguments);
    }
}
