package org.keyway.ukey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is left in the stock: unusable devices leave it, forgotten ones come back. */
@Service
public class StockTaking {

    private final KeyDevices devices;
    private final KeyWritingJobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StockTaking(KeyDevices devices, KeyWritingJobs jobs, Clock clock, ApplicationEventPublisher events) {
        this.devices = devices;
        this.jobs = jobs;
        this.clock = clock;
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

    /** How many devices of each model there are. */
    public List<StockLevel> levels() {
        return devices.levels();
    }

    /** Blank devices set aside longer ago than the limit, for an order that has ended, are free again. */
    @Transactional
    public List<String> freeForgotten(Duration limit, Predicate<String> hasEnded) {
        return devices.reservedBefore(clock.instant().minus(limit)).stream()
                .filter(device -> !jobs.isStarted(device) && hasEnded.test(device.orderNo()))
                .map(this::freed)
                .toList();
    }

    private String freed(KeyDevice device) {
        devices.move(device, device.freed());
        events.publishEvent(new AuditRecord("system", "ukey.freed", "ukey:" + device.serial(), ""));
        return device.serial();
    }

    private String damaged(KeyDevice device) {
        devices.move(device, device.at(device.status().damage()));
        events.publishEvent(new AuditRecord("system", "ukey.damaged", "ukey:" + device.serial(), ""));
        return device.serial();
    }
}
