package org.keyway.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * A new password for whoever holds the registered phone: six digits by SMS, ten minutes, five tries. Answers and their
 * time are the same whether the account exists or not; what differs happens behind the scenes.
 */
@Service
public class PasswordResets {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PER_DAY = 5;
    private static final SaltedHash NOBODY = SaltedHash.of("none");

    private final SecureRandom random = new SecureRandom();
    private final Subscribers subscribers;
    private final Accounts accounts;
    private final ResetCodes codes;
    private final ResetMessages messages;
    private final SignInGuard guard;
    private final OwnTransaction own;
    private final Executor behindTheScenes;
    private final ApplicationEventPublisher events;

    PasswordResets(
            Subscribers subscribers,
            Accounts accounts,
            ResetCodes codes,
            ResetMessages messages,
            SignInGuard guard,
            OwnTransaction own,
            @Qualifier("resetExecutor") Executor behindTheScenes,
            ApplicationEventPublisher events) {
        this.subscribers = subscribers;
        this.accounts = accounts;
        this.codes = codes;
        this.messages = messages;
        this.guard = guard;
        this.own = own;
        this.behindTheScenes = behindTheScenes;
        this.events = events;
    }

    /** Sends a code when account and handler's mobile belong together; the caller cannot tell. */
    public void request(String account, String mobile) {
        behindTheScenes.execute(() -> {
            try {
                subscribers
                        .find(account)
                        .filter(known -> same(known.contactMobile(), mobile))
                        .ifPresent(this::sendCode);
            } catch (RuntimeException e) {
                LOG.warn("Password reset code not sent: {}", e.getClass().getSimpleName());
            }
        });
    }

    /** Sets the password when the code is right; otherwise a problem of {@code code} or of the password fields. */
    public void redeem(String account, String code, String password, String again) {
        List<FieldError> errors = wrongWith(account, password, again);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        ResetCodes.Row row = codes.open(account)
                .filter(open -> codes.payForTry(open.id(), TRIES))
                .orElse(null);
        boolean right = (row == null ? NOBODY : row.hash()).matches(code.strip());
        if (row == null || !right || !setPassword(row, account, password)) {
            throw Problem.invalid("code", "reset.code");
        }
        guard.forgive(account);
    }

    private boolean setPassword(ResetCodes.Row row, String account, String password) {
        return own.commit(() -> {
            if (!codes.use(row.id())) {
                return false;
            }
            accounts.changePassword(account, password);
            events.publishEvent(new PasswordChanged(account));
            events.publishEvent(new AuditRecord(account, "account.password-reset", "account:" + account, ""));
            return true;
        });
    }

    private void sendCode(Subscriber subscriber) {
        String account = subscriber.account();
        if (codes.countSince(account, PAUSE) > 0 || codes.countSince(account, DAY) >= PER_DAY) {
            return;
        }
        String code = String.format("%06d", random.nextInt(1_000_000));
        String id = own.commit(() -> codes.add(account, SaltedHash.of(code), VALIDITY));
        messages.send(id, subscriber.contactMobile(), code);
    }

    private static List<FieldError> wrongWith(String account, String password, String again) {
        List<FieldError> errors = new ArrayList<>();
        if (!Passwords.isLongEnough(password)) {
            errors.add(new FieldError("password", "register.password.length"));
        } else if (Passwords.isWeak(password, List.of(account))) {
            errors.add(new FieldError("password", "register.password.weak"));
        }
        if (!password.equals(again)) {
            errors.add(new FieldError("passwordConfirm", "reset.not-the-same"));
        }
        return errors;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
