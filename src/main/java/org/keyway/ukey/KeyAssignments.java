package org.keyway.ukey;

import java.util.List;
import java.util.Optional;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The device in the operator's hand decides, not the one that was set aside: scanning another blank device of the stock
 * swaps the reservation, everything else is refused.
 */
@Service
public class KeyAssignments {

    private final KeyStock stock;
    private final KeyDevices devices;
    private final KeyClaims claims;

    KeyAssignments(KeyStock stock, KeyDevices devices, KeyClaims claims) {
        this.stock = stock;
        this.devices = devices;
        this.claims = claims;
    }

    /** The scanned device is the one for this key of the order. */
    @Transactional
    public void assign(String orderNo, int keyIndex, String serial) {
        KeyDevice device = scanned(serial);
        if (device.isHeld() && device.isFor(orderNo, keyIndex)) {
            return;
        }
        if (device.status() != KeyStatus.IN_STOCK) {
            throw Problem.invalid("keySerial", "step.serial-not-blank", serial);
        }
        stock.of(orderNo).stream()
                .filter(former -> former.isHeld() && former.isFor(orderNo, keyIndex))
                .findFirst()
                .ifPresent(former -> giveBack(former, serial));
        devices.move(device, device.reservedFor(orderNo, keyIndex));
    }

    /** The scanned devices, and all the order is for, go into the parcel. */
    @Transactional
    public void packAll(String orderNo, List<String> serials) {
        if (stock.of(orderNo).isEmpty()) {
            serials.forEach(serial -> requireClaimed(orderNo, serial));
            return;
        }
        for (String serial : serials) {
            if (!isOf(orderNo, scanned(serial))) {
                assign(orderNo, replaceable(orderNo, serials, serial).keyIndex(), serial);
            }
            stock.pack(orderNo, serial);
        }
        Optional<KeyDevice> forgotten = stock.of(orderNo).stream()
                .filter(device -> device.isHeld() && device.status() != KeyStatus.PACKED)
                .findFirst();
        if (forgotten.isPresent()) {
            throw Problem.invalid(
                    "keySerial", "step.serial-forgotten", forgotten.get().serial());
        }
    }

    /** The scanned device is the key in use that the order works on; it is here to be worked on or to go back. */
    public void requireClaimed(String orderNo, String serial) {
        if (!claims.of(orderNo).contains(serial)) {
            throw Problem.invalid("keySerial", "step.serial-mismatch", serial);
        }
    }

    private KeyDevice replaceable(String orderNo, List<String> serials, String serial) {
        return stock.of(orderNo).stream()
                .filter(device -> device.status() == KeyStatus.RESERVED && !serials.contains(device.serial()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-mismatch", serial));
    }

    private void giveBack(KeyDevice former, String serial) {
        if (former.status() != KeyStatus.RESERVED) {
            throw Problem.invalid("keySerial", "step.serial-mismatch", serial);
        }
        devices.move(former, former.freed());
    }

    private KeyDevice scanned(String serial) {
        return devices.find(serial).orElseThrow(() -> Problem.invalid("keySerial", "step.serial-unknown", serial));
    }

    private static boolean isOf(String orderNo, KeyDevice device) {
        return device.isHeld() && orderNo.equals(device.orderNo());
    }
}
