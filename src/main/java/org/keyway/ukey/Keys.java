package org.keyway.ukey;

import java.util.List;
import java.util.Optional;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.Seals;
import org.springframework.stereotype.Service;

/** Keys as the portal shows them: device, certificates, seal. */
@Service
public class Keys {

    private final KeyDevices devices;
    private final KeyStock stock;
    private final Certificates certificates;
    private final Seals seals;

    Keys(KeyDevices devices, KeyStock stock, Certificates certificates, Seals seals) {
        this.devices = devices;
        this.stock = stock;
        this.certificates = certificates;
        this.seals = seals;
    }

    /** The keys that an order is about, by key index. */
    public List<KeyView> of(String orderNo) {
        return stock.concernedBy(orderNo).stream().map(this::view).toList();
    }

    /** The keys that an account holds. */
    public List<KeyView> ofAccount(String account) {
        return devices.list("owner_account = ?", account).stream()
                .map(this::view)
                .toList();
    }

    /** A key of this account; empty when it is another's or unknown. */
    public Optional<KeyView> find(String serial, String account) {
        return devices.find(serial)
                .filter(device -> account.equals(device.owner()))
                .map(this::view);
    }

    private KeyView view(KeyDevice device) {
        return new KeyView(
                device.serial(),
                device.model(),
                device.status(),
                certificates.ofKey(device.serial()),
                seals.ofKey(device.serial()).orElse(null));
    }
}
