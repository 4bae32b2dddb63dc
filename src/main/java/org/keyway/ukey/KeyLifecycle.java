package org.keyway.ukey;

import java.util.List;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Seals;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a key that is in use: device, certificates and seal move together. Repeating a move for the same
 * order changes nothing.
 */
@Service
public class KeyLifecycle {

    private final KeyDevices devices;
    private final KeyHolds holds;
    private final Certificates certificates;
    private final Seals seals;
    private final ApplicationEventPublisher events;

    KeyLifecycle(
            KeyDevices devices,
            KeyHolds holds,
            Certificates certificates,
            Seals seals,
            ApplicationEventPublisher events) {
        this.devices = devices;
        this.holds = holds;
        this.certificates = certificates;
        this.seals = seals;
        this.events = events;
    }

    /** Nobody can use the key until every order that holds it lets go: certificateHold, seal and device suspended. */
    @Transactional
    public void hold(String serial, String orderNo) {
        holds.add(serial, orderNo);
        KeyDevice device = device(serial);
        if (device.status() != KeyStatus.SUSPENDED && device.isHeld()) {
            devices.move(device, device.leaving(device.status().suspend()));
            audit("ukey.suspended", serial, orderNo);
        }
        open(serial, CertificateState.ACTIVE).forEach(certificates::hold);
        seals.suspendKey(serial);
    }

    /** The order lets go; the key returns to its former state when no other order holds it. */
    @Transactional
    public void release(String serial, String orderNo) {
        if (!holds.release(serial, orderNo) || !holds.on(serial).isEmpty()) {
            return;
        }
        KeyDevice device = device(serial);
        if (device.status() == KeyStatus.SUSPENDED) {
            devices.move(device, device.at(device.status().release(device.former())));
            open(serial, CertificateState.ON_HOLD).forEach(certificates::release);
            seals.resumeKey(serial);
            audit("ukey.released", serial, orderNo);
        }
    }

    /** Orders that hold the key back now. */
    public List<String> holders(String serial) {
        return holds.on(serial);
    }

    /** The device is gone for good: everything on it is revoked and its serial number is never given out again. */
    @Transactional
    public void lose(String serial, String orderNo, RevocationReason reason) {
        end(serial, orderNo, reason, KeyStatus.LOST);
    }

    /** The device no longer works; what was on it is revoked with the given reason. */
    @Transactional
    public void damage(String serial, String orderNo, RevocationReason reason) {
        end(serial, orderNo, reason, KeyStatus.DAMAGED);
    }

    /** Everything on the key is revoked; the device itself is still there. */
    @Transactional
    public void revoke(String serial, String orderNo, RevocationReason reason) {
        end(serial, orderNo, reason, KeyStatus.REVOKED);
    }

    /** What the key carried before this order wrote it anew is revoked; what the order wrote stays. */
    @Transactional
    public void supersedeFormer(String serial, String orderNo, RevocationReason reason) {
        List<String> kept =
                certificates.of(orderNo).stream().map(each -> each.serial()).toList();
        certificates.ofKey(serial).stream()
                .filter(each -> each.state().isOpen() && !kept.contains(each.serial()))
                .forEach(each -> certificates.supersede(each.serial(), reason));
    }

    /** What the order had issued and never brought into use on a key is revoked; what was in use before stays. */
    @Transactional
    public void abandon(String orderNo) {
        certificates.of(orderNo).stream()
                .filter(each -> each.state() == CertificateState.ISSUED)
                .forEach(each -> certificates.revoke(each.serial(), RevocationReason.CESSATION_OF_OPERATION));
    }

    private void end(String serial, String orderNo, RevocationReason reason, KeyStatus goal) {
        KeyDevice device = device(serial);
        if (device.status() == goal) {
            return;
        }
        certificates.revokeKey(serial, reason);
        seals.voidKey(serial);
        devices.move(
                device,
                switch (goal) {
                    case LOST -> device.leaving(device.status().reportLost());
                    case DAMAGED -> device.leaving(device.status().damage());
                    default -> device.leaving(device.status().revoke());
                });
        audit("ukey." + goal.name().toLowerCase(), serial, orderNo);
    }

    private List<String> open(String serial, CertificateState state) {
        return certificates.ofKey(serial).stream()
                .filter(each -> each.state() == state)
                .map(each -> each.serial())
                .toList();
    }

    private KeyDevice device(String serial) {
        return devices.find(serial).orElseThrow();
    }

    private void audit(String action, String serial, String orderNo) {
        events.publishEvent(new AuditRecord("system", action, "ukey:" + serial, orderNo));
    }
}
