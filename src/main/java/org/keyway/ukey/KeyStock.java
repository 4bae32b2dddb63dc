package org.keyway.ukey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Seals;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where every UKey is; what is done twice with the same meaning changes nothing the second time. */
@Service
public class KeyStock {

    private final KeyDevices devices;
    private final Tokens tokens;
    private final KeyClaims claims;
    private final KeyWritingJobs jobs;
    private final Certificates certificates;
    private final Seals seals;
    private final ApplicationEventPublisher events;

    KeyStock(
            KeyDevices devices,
            Tokens tokens,
            KeyClaims claims,
            KeyWritingJobs jobs,
            Certificates certificates,
            Seals seals,
            ApplicationEventPublisher events) {
        this.devices = devices;
        this.tokens = tokens;
        this.claims = claims;
        this.jobs = jobs;
        this.certificates = certificates;
        this.seals = seals;
        this.events = events;
    }

    /** Puts blank devices into the stock and returns their serial numbers. */
    @Transactional
    public List<String> register(String model, int quantity) {
        if (!StockList.isModel(model)) {
            throw Problem.invalid("model", "ukey.model");
        }
        if (quantity < 1 || quantity > 1000) {
            throw Problem.invalid("quantity", "ukey.quantity", 1000);
        }
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < quantity; i++) {
            String serial = devices.nextSerial();
            devices.add(serial, model);
            tokens.supply(serial, model);
            serials.add(serial);
        }
        return serials;
    }

    /** Whether no device was ever taken into stock. */
    public boolean isNew() {
        return devices.levels().isEmpty();
    }

    /** Takes a blank device for this key of the order, or finds the one taken before; empty when out of stock. */
    @Transactional
    public Optional<String> reserve(String orderNo, int keyIndex) {
        Optional<KeyDevice> mine = setAside(orderNo, keyIndex);
        if (mine.isPresent()) {
            return mine.map(KeyDevice::serial);
        }
        return devices.anyInStock().map(device -> {
            devices.move(device, device.reservedFor(orderNo, keyIndex));
            audit("ukey.reserved", device.serial());
            return device.serial();
        });
    }

    public KeyDevice find(String serial) {
        return devices.find(serial).orElseThrow(() -> Problem.notFound("ukey.unknown"));
    }

    /** The devices that were set aside for an order, by key index, with those lost or freed for another. */
    public List<KeyDevice> of(String orderNo) {
        return devices.list("order_no = ?", orderNo);
    }

    /** The devices an order is about: those set aside for it, otherwise those that it works on. */
    public List<KeyDevice> concernedBy(String orderNo) {
        List<KeyDevice> own = of(orderNo);
        return own.isEmpty() ? claims.of(orderNo).stream().map(this::find).toList() : own;
    }

    /** The device that now stands for this key of the order: set aside for it, or the one it works on. */
    public Optional<KeyDevice> current(String orderNo, int keyIndex) {
        return setAside(orderNo, keyIndex).or(() -> devices.claimedBy(orderNo, keyIndex));
    }

    private Optional<KeyDevice> setAside(String orderNo, int keyIndex) {
        return of(orderNo).stream()
                .filter(device -> device.isHeld() && device.isFor(orderNo, keyIndex))
                .findFirst();
    }

    /** The scanned serial number goes into the parcel; one that is not of this order is a problem of its field. */
    @Transactional
    public void pack(String orderNo, String serial) {
        KeyDevice device = devices.find(serial == null ? "" : serial.strip().toUpperCase())
                .filter(found -> orderNo.equals(found.orderNo()) && found.isHeld())
                .orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
        if (device.status() != KeyStatus.PACKED) {
            step(device, device.status().pack(), "ukey.packed");
        }
    }

    /** The order's devices leave the house by parcel. */
    @Transactional
    public void ship(String orderNo) {
        each(orderNo, KeyStatus.SHIPPED, KeyStatus::ship, "ukey.shipped");
    }

    /** The order's devices leave the house over the counter. */
    @Transactional
    public void handOver(String orderNo) {
        each(orderNo, KeyStatus.SHIPPED, KeyStatus::ship, "ukey.handedOver");
    }

    /** The order's devices are in use; blank ones cannot be. */
    @Transactional
    public void activate(String orderNo) {
        if (held(orderNo).stream().anyMatch(KeyDevice::isBlank)) {
            throw Problem.conflict("ukey.blank");
        }
        each(orderNo, KeyStatus.ACTIVE, KeyStatus::activate, "ukey.activated");
    }

    /** The parcel is lost: certificates on its devices are revoked. */
    @Transactional
    public void lost(String orderNo) {
        held(orderNo).stream()
                .filter(device -> device.status() == KeyStatus.SHIPPED)
                .forEach(device -> {
                    voidContent(device.serial());
                    devices.move(device, device.leaving(device.status().loseInTransit()));
                    audit("ukey.lostInTransit", device.serial());
                });
    }

    /** The order ends without them: blank devices go back to the stock, written ones are void and come back. */
    @Transactional
    public void free(String orderNo) {
        held(orderNo).forEach(this::letGo);
    }

    void free(String orderNo, int keyIndex) {
        setAside(orderNo, keyIndex).ifPresent(this::letGo);
    }

    private void letGo(KeyDevice device) {
        if (device.status() == KeyStatus.RESERVED && !jobs.isStarted(device)) {
            devices.move(device, device.freed());
            audit("ukey.freed", device.serial());
        } else {
            voidContent(device.serial());
            step(device, device.status().voided(), "ukey.voided");
        }
    }

    private void voidContent(String serial) {
        certificates.revokeKey(serial, RevocationReason.CESSATION_OF_OPERATION);
        seals.voidKey(serial);
    }

    private void each(String orderNo, KeyStatus goal, UnaryOperator<KeyStatus> move, String action) {
        held(orderNo).stream()
                .filter(device -> device.status() != goal)
                .forEach(device -> step(device, move.apply(device.status()), action));
    }

    private List<KeyDevice> held(String orderNo) {
        return of(orderNo).stream().filter(KeyDevice::isHeld).toList();
    }

    private void step(KeyDevice device, KeyStatus next, String action) {
        devices.move(device, device.at(next));
        audit(action, device.serial());
    }

    private void audit(String action, String serial) {
        events.publishEvent(new AuditRecord("system", action, "ukey:" + serial, ""));
    }
}
