package org.keyway.ukey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.keyway.ukey.StockList.Line;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes lists of serial numbers: new devices into the stock, or lost and stolen ones out of reach; all or nothing. */
@Service
public class StockImport {

    private static final int MOST = 1000;

    /** A line that stands in the way; {@code reason} is a message key with {@code detail} as its parameter. */
    public record Fault(int line, String serial, String reason, String detail) {}

    /** What became of a list: with faults nothing has changed. */
    public record Outcome(List<String> serials, List<Fault> faults) {}

    /** What a list is for: says which of its lines cannot be. */
    private interface Check {
        Optional<Fault> of(Line line, Optional<KeyDevice> known);
    }

    private final KeyDevices devices;
    private final Tokens tokens;
    private final ApplicationEventPublisher events;

    StockImport(KeyDevices devices, Tokens tokens, ApplicationEventPublisher events) {
        this.devices = devices;
        this.tokens = tokens;
        this.events = events;
    }

    /** Blank devices arrive; one that is known, or was reported lost or stolen, cannot come again. */
    @Transactional
    public Outcome receive(String list, String model, String account) {
        List<Line> lines = lines(list, model);
        List<Fault> faults = faults(lines, StockImport::arrives);
        if (!faults.isEmpty()) {
            return new Outcome(List.of(), faults);
        }
        lines.forEach(this::add);
        lines.forEach(line -> tokens.supply(line.serial(), line.model()));
        return done(lines, "ukey.imported", account);
    }

    /** Blank devices were lost or stolen, in the house or before they came: nobody can get or write them. */
    @Transactional
    public Outcome block(String list, String model, String account) {
        List<Line> lines = lines(list, model);
        List<Fault> faults = faults(lines, StockImport::disappears);
        if (!faults.isEmpty()) {
            return new Outcome(List.of(), faults);
        }
        for (Line line : lines) {
            if (devices.find(line.serial()).isEmpty()) {
                add(line);
            }
            KeyDevice device = devices.find(line.serial()).orElseThrow();
            if (device.status() != KeyStatus.LOST) {
                devices.move(device, device.leaving(device.status().reportLost()));
            }
        }
        return done(lines, "ukey.blocked", account);
    }

    private static List<Line> lines(String list, String model) {
        List<Line> lines = StockList.read(list == null ? "" : list, model == null ? "" : model.strip());
        if (lines.isEmpty()) {
            throw Problem.malformed("ukey.import.empty");
        }
        if (lines.size() > MOST) {
            throw Problem.malformed("ukey.import.long", MOST);
        }
        return lines;
    }

    private List<Fault> faults(List<Line> lines, Check check) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : lines) {
            Integer former = seen.putIfAbsent(line.serial(), line.number());
            if (!SerialNumber.isAcceptable(line.serial())) {
                faults.add(fault(line, "ukey.import.serial", ""));
            } else if (former != null) {
                faults.add(fault(line, "ukey.import.twice", String.valueOf(former)));
            } else if (!StockList.isModel(line.model())) {
                faults.add(fault(line, "ukey.import.model", ""));
            } else {
                check.of(line, devices.find(line.serial())).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<Fault> arrives(Line line, Optional<KeyDevice> known) {
        return known.map(device -> fault(
                line,
                device.status() == KeyStatus.LOST || device.status() == KeyStatus.LOST_IN_TRANSIT
                        ? "ukey.import.blocked"
                        : "ukey.import.known",
                device.status().name()));
    }

    /** One that an order stands for is lost by its own line of business. */
    private static Optional<Fault> disappears(Line line, Optional<KeyDevice> known) {
        return known.filter(device -> device.status() != KeyStatus.IN_STOCK && device.status() != KeyStatus.LOST)
                .map(device -> fault(line, "ukey.import.busy", device.status().name()));
    }

    private static Fault fault(Line line, String reason, String detail) {
        return new Fault(line.number(), line.serial(), reason, detail);
    }

    private void add(Line line) {
        try {
            devices.add(line.serial(), line.model());
        } catch (DuplicateKeyException twin) {
            throw Problem.conflict("ukey.import.raced", line.serial());
        }
    }

    private Outcome done(List<Line> lines, String action, String account) {
        List<String> serials = lines.stream().map(Line::serial).toList();
        serials.forEach(serial -> events.publishEvent(new AuditRecord(account, action, "ukey:" + serial, "desk")));
        return new Outcome(serials, List.of());
    }
}
