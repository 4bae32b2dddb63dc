package org.keyway.subscriber;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Slows down whoever guesses passwords, for browsers and systems alike. Names count whether they exist or not, so that
 * nothing can be learnt from a lock. An address is locked for trying many names, not because one person in the office
 * mistypes.
 */
@Service
public class SignInGuard {

    /** What came of an attempt. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        LOCKED
    }

    /** Name of the session attribute with the number of failures in this browser. */
    public static final String FAILED_HERE = "keyway.sign-in.failed";

    private final SignInFailures failures;
    private final SignInProperties settings;
    private final Secrets secrets;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;
    private final Object[] turns = new Object[64];

    SignInGuard(
            SignInFailures failures,
            SignInProperties settings,
            Secrets secrets,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.failures = failures;
        this.settings = settings;
        this.secrets = secrets;
        this.own = own;
        this.events = events;
        Arrays.setAll(turns, any -> new Object());
    }

    /** Checks the password unless account or address is locked, and keeps count; one attempt per name at a time. */
    public Outcome attempt(String account, String address, BooleanSupplier isRight) {
        String who = subject("account", account);
        String where = subject("address", address);
        synchronized (turns[Math.floorMod(who.hashCode(), turns.length)]) {
            if (failures.isLocked(who, where)) {
                return Outcome.LOCKED;
            }
            if (isRight.getAsBoolean()) {
                failures.forgive(who, where);
                return Outcome.ACCEPTED;
            }
            failures.add(who, where);
            lockWhenTooMany(who, where);
            return Outcome.REFUSED;
        }
    }

    /** Whether a page should ask a question before the next attempt at this name. */
    public boolean asksQuestion(String account) {
        return asksQuestion(failures.ofAccount(subject("account", account), settings.lock()));
    }

    /** Like {@link #asksQuestion(String)} for failures that the page itself has counted. */
    public boolean asksQuestion(int failed) {
        return failed >= settings.captchaFrom();
    }

    /** The account's owner has proved to be the owner. */
    void forgive(String account) {
        failures.forgive(subject("account", account));
    }

    private void lockWhenTooMany(String who, String where) {
        if (failures.ofAccount(who, settings.lock()) >= settings.lockFrom()) {
            lock(who, "account");
        }
        if (failures.accountsAt(where, settings.lock()) >= settings.lockFrom()) {
            lock(where, "address");
        }
    }

    private void lock(String subject, String kind) {
        try {
            failures.lock(subject, settings.lock());
        } catch (DuplicateKeyException e) {
            // locked by another attempt at this moment
            return;
        }
        AuditRecord record = new AuditRecord("system", "sign-in.locked", kind + ":" + subject.substring(0, 12), "");
        own.commit(() -> {
            events.publishEvent(record);
            return record;
        });
    }

    private String subject(String kind, String value) {
        return HexFormat.of().formatHex(secrets.derive("sign-in-" + kind, value));
    }
}
