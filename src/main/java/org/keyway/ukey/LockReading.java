package org.keyway.ukey;

import java.util.Optional;
import org.keyway.shared.AuditRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a key without login, where it can be reached, and keeps the register true about its PIN. */
@Service
public class LockReading {

    private static final Logger LOG = LoggerFactory.getLogger(LockReading.class);

    private final KeyDevices devices;
    private final Tokens tokens;
    private final ApplicationEventPublisher events;

    LockReading(KeyDevices devices, Tokens tokens, ApplicationEventPublisher events) {
        this.devices = devices;
        this.tokens = tokens;
        this.events = events;
    }

    /** The PIN counts as locked when the token says so, or its holder does. */
    @Transactional
    public void refresh(String serial, boolean saidLocked) {
        KeyDevice device = devices.find(serial).orElseThrow();
        boolean locked = saidLocked || isLocked(serial);
        if (locked && device.status() == KeyStatus.ACTIVE) {
            move(device, device.status().lockPin(), "ukey.pinLocked");
        } else if (!locked && device.status() == KeyStatus.PIN_LOCKED) {
            move(device, device.status().unlockPin(), "ukey.pinFree");
        }
    }

    /** Whether the key is plugged in where this server can reach it. */
    public boolean isHere(String serial) {
        return read(serial).isPresent();
    }

    private boolean isLocked(String serial) {
        return read(serial)
                .filter(info -> info.state() == TokenInfo.State.USER_PIN_LOCKED)
                .isPresent();
    }

    private Optional<TokenInfo> read(String serial) {
        try (Token token = tokens.open(serial)) {
            return Optional.of(token.info());
        } catch (TokenException e) {
            LOG.info("{} cannot be read: {}", serial, e.code());
            return Optional.empty();
        }
    }

    private void move(KeyDevice device, KeyStatus next, String action) {
        devices.move(device, device.at(next));
        events.publishEvent(new AuditRecord("system", action, "ukey:" + device.serial(), ""));
    }
}
