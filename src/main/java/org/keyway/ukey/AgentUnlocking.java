package org.keyway.ukey;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Secrets;
import org.keyway.ukey.OneTimeCodes.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Unlocking by a key agent elsewhere, with the one-time code: the new PIN stays there. The key counts as unlocked when
 * it has signed with it; the code is used up then and not before, so that a pulled key or a lost answer wastes nothing.
 */
@Service
public class AgentUnlocking {

    private static final Logger LOG = LoggerFactory.getLogger(AgentUnlocking.class);
    private static final String CHOSEN_BY = "AGENT";

    private final KeyDevices devices;
    private final KeyClaims claims;
    private final OneTimeCodes codes;
    private final SoPins soPins;
    private final PinUnlockings attempts;
    private final PinUnlocking unlocking;
    private final InitialPins pins;
    private final KeySignatures signatures;
    private final UnlockOrders orders;
    private final Secrets secrets;
    private final OwnTransaction own;

    AgentUnlocking(
            KeyDevices devices,
            KeyClaims claims,
            OneTimeCodes codes,
            SoPins soPins,
            PinUnlockings attempts,
            PinUnlocking unlocking,
            InitialPins pins,
            KeySignatures signatures,
            UnlockOrders orders,
            Secrets secrets,
            OwnTransaction own) {
        this.devices = devices;
        this.claims = claims;
        this.codes = codes;
        this.soPins = soPins;
        this.attempts = attempts;
        this.unlocking = unlocking;
        this.pins = pins;
        this.signatures = signatures;
        this.orders = orders;
        this.secrets = secrets;
        this.own = own;
    }

    /** Begins, or begins again after whatever went wrong; a wrong code costs a try. */
    @Transactional
    public Unlocking begin(String serial, String code) {
        KeyDevice device = device(serial);
        String orderNo = order(serial).orElseThrow(() -> Problem.conflict("ukey.unlocking.none"));
        codes.check(orderNo, Purpose.UNLOCK, code);
        if (!PinUnlocking.mayUnlock(device.status())) {
            throw Problem.conflict("ukey.status." + device.status() + ".refuses");
        }
        int attempt = own.commit(() -> attempts.intend(orderNo, serial, CHOSEN_BY));
        return new Unlocking(new String(soPins.of(serial)), content(orderNo, attempt));
    }

    /** The key has its new PIN and signed with it; the same may come again after a lost answer. */
    @Transactional
    public void prove(String serial, String code, byte[] signature) {
        KeyDevice device = device(serial);
        Optional<String> order = order(serial);
        if (order.isEmpty()) {
            attempts.lastDone(serial)
                    .filter(former -> codes.isUsedUp(former, Purpose.UNLOCK, code))
                    .orElseThrow(() -> Problem.conflict("ukey.unlocking.none"));
            return;
        }
        String orderNo = order.get();
        codes.check(orderNo, Purpose.UNLOCK, code);
        int attempt = attempts.open(orderNo, serial)
                .filter(each -> signatures.isBy(serial, content(orderNo, each), signature))
                .orElseThrow(() -> Problem.conflict("ukey.unlocking.unproved"));
        attempts.end(orderNo, attempt, PinUnlockings.DONE);
        codes.redeem(orderNo, Purpose.UNLOCK, code);
        pins.replaced(serial);
        unlocking.unlocked(device, orderNo);
        orders.unlocked(orderNo);
    }

    /** The device did not take it; the code stays good. */
    @Transactional
    public void refuse(String serial, String code, TokenException.Code why) {
        String orderNo = order(serial).orElseThrow(() -> Problem.conflict("ukey.unlocking.none"));
        codes.check(orderNo, Purpose.UNLOCK, code);
        attempts.open(orderNo, serial).ifPresent(attempt -> {
            LOG.warn("Unlocking {} for {} elsewhere failed: {}", serial, orderNo, why);
            own.commit(() -> attempts.end(orderNo, attempt, why.name()));
            orders.refused(orderNo);
        });
    }

    private KeyDevice device(String serial) {
        return devices.find(serial).orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
    }

    private Optional<String> order(String serial) {
        return claims.ordersOn(serial).stream().filter(orders::isAwaited).findFirst();
    }

    private byte[] content(String orderNo, int attempt) {
        byte[] unforeseen = secrets.derive("pin-proof", orderNo + "/" + attempt);
        return ("keyway-pin-proof " + HexFormat.of().formatHex(unforeseen)).getBytes(StandardCharsets.US_ASCII);
    }
}
