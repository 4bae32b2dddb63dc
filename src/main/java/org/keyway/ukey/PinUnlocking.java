package org.keyway.ukey;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Resets the user PIN of a key by the SO PIN; keys and certificates survive. The new PIN is the holder's own, which exists
 * only in the call, or a fresh initial PIN, which goes to its holder by the second channel and to nobody else.
 */
@Service
public class PinUnlocking {

    private static final Logger LOG = LoggerFactory.getLogger(PinUnlocking.class);
    private static final Set<KeyStatus> IN_USE = EnumSet.of(KeyStatus.ACTIVE, KeyStatus.PIN_LOCKED);
    private static final int FIRST_KEY = 0;

    private final KeyDevices devices;
    private final Tokens tokens;
    private final SoPins soPins;
    private final InitialPins pins;
    private final PinUnlockings attempts;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    PinUnlocking(
            KeyDevices devices,
            Tokens tokens,
            SoPins soPins,
            InitialPins pins,
            PinUnlockings attempts,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.devices = devices;
        this.tokens = tokens;
        this.soPins = soPins;
        this.pins = pins;
        this.attempts = attempts;
        this.own = own;
        this.events = events;
    }

    /** Refuses a PIN that is easy to guess or that keys do not take. */
    public static void requireStrong(String newPin) {
        if (!PinRule.isStrong(newPin)) {
            throw Problem.invalid("newPin", "ukey.pin.weak");
        }
    }

    /** The holder typed a new PIN; false when the device does not take it. The characters are wiped in the end. */
    @Transactional
    public boolean toChosen(String orderNo, String serial, char[] newPin) {
        try {
            boolean done = reset(orderNo, serial, "HOLDER", newPin);
            if (done) {
                pins.replaced(serial);
            }
            return done;
        } finally {
            Arrays.fill(newPin, '\0');
        }
    }

    /** Nobody typed a PIN: a fresh initial PIN of this order; false when the device does not take it. */
    @Transactional
    public boolean toInitial(String orderNo, String serial) {
        boolean done = reset(orderNo, serial, "HOUSE", pins.derive(orderNo, FIRST_KEY, serial));
        if (done) {
            pins.keep(orderNo, FIRST_KEY, serial);
        }
        return done;
    }

    /** How often the device refused for this order. */
    public int failures(String orderNo) {
        return attempts.failures(orderNo);
    }

    private boolean reset(String orderNo, String serial, String chosenBy, char[] pin) {
        KeyDevice device = devices.find(serial).orElseThrow(() -> Problem.notFound("ukey.unknown"));
        int attempt = own.commit(() -> attempts.intend(orderNo, serial, chosenBy));
        String outcome = mayUnlock(device.status())
                ? onToken(serial, pin)
                : device.status().name();
        own.commit(() -> attempts.end(orderNo, attempt, outcome));
        if (!outcome.equals(PinUnlockings.DONE)) {
            LOG.warn("Unlocking {} for {} failed: {}", serial, orderNo, outcome);
            return false;
        }
        unlocked(device, orderNo);
        return true;
    }

    /** What becomes true when the new PIN of the device is proved. */
    void unlocked(KeyDevice device, String orderNo) {
        if (device.status() == KeyStatus.PIN_LOCKED) {
            devices.move(device, device.at(device.status().unlockPin()));
        }
        events.publishEvent(new AuditRecord("system", "ukey.unlocked", "ukey:" + device.serial(), orderNo));
    }

    static boolean mayUnlock(KeyStatus status) {
        return IN_USE.contains(status);
    }

    /** The new PIN is proved by a login before anybody is told that it works. */
    private String onToken(String serial, char[] pin) {
        try (Token token = tokens.open(serial)) {
            token.unlock(soPins.of(serial), pin);
            token.login(pin);
            return PinUnlockings.DONE;
        } catch (TokenException e) {
            return e.code().name();
        }
    }
}
