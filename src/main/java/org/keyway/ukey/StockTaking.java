package org.keyway.ukey;

import java.util.List;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blank devices that turn out unusable leave the stock. */
@Service
public class StockTaking {

    private final KeyDevices devices;
    private final ApplicationEventPublisher events;

    StockTaking(KeyDevices devices, ApplicationEventPublisher events) {
        this.devices = devices;
        this.events = events;
    }

    /** Sorts out up to that many blank devices as damaged and returns their serial numbers. */
    @Transactional
    public List<String> sortOut(int quantity) {
        return devices.list("status = ?", KeyStatus.IN_STOCK.name()).stream()
                .limit(quantity)
                .map(this::damaged)
                .toList();
    }

    private String damaged(KeyDevice device) {
        devices.move(device, device.at(device.status().damage()));
        events.publishEvent(new AuditRecord("system", "ukey.damaged", "ukey:" + device.serial(), ""));
        return device.serial();
    }
}
