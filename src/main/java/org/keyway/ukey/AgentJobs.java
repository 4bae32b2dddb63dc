package org.keyway.ukey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyway.shared.Problem;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Key-writing jobs for key agents elsewhere: whoever shows the order's authorization code for a blank device may run
 * one, or a pass for a device in use.
 */
@Service
public class AgentJobs {

    private static final Pattern ID = Pattern.compile("([A-Z]{2}\\d{14})-(\\d{1,3})");

    private final KeyDevices devices;
    private final KeyClaims claims;
    private final KeyWriting writing;
    private final KeyWritingJobs jobs;
    private final JobAccess access;
    private final WriteOrders orders;

    AgentJobs(
            KeyDevices devices,
            KeyClaims claims,
            KeyWriting writing,
            KeyWritingJobs jobs,
            JobAccess access,
            WriteOrders orders) {
        this.devices = devices;
        this.claims = claims;
        this.writing = writing;
        this.jobs = jobs;
        this.access = access;
        this.orders = orders;
    }

    /** The jobs that wait for this device; a wrong code costs a try. */
    @Transactional
    public List<AgentJob> offered(String serial, String code) {
        WriteOrder order = waiting(device(serial)).findFirst().orElseThrow(() -> Problem.conflict("ukey.job.none"));
        access.redeem(order, code);
        return List.of(AgentJob.of(order));
    }

    /** A pass for the key in use that this order of the person who asks waits for; the agent shows it as its code. */
    @Transactional
    public String pass(String orderNo, String serial) {
        KeyDevice device = device(serial);
        WriteOrder order = waiting(device)
                .filter(each -> each.orderNo().equals(orderNo))
                .findFirst()
                .orElseThrow(() -> claims.of(orderNo).contains(serial)
                        ? Problem.conflict("ukey.job.none")
                        : Problem.invalid("keySerial", "ukey.serial.mismatch"));
        String pass = access.pass(order);
        device.status().rewrite();
        return pass;
    }

    private KeyDevice device(String serial) {
        return devices.find(serial).orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
    }

    /** Takes a report down and says what is next; the same report may come again after a lost answer. */
    @Transactional
    public Instruction report(String id, String code, Report report) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw Problem.notFound("ukey.job.unknown");
        }
        String orderNo = parts.group(1);
        int keyIndex = Integer.parseInt(parts.group(2));
        String serial = report.serial() == null ? "" : report.serial();
        Optional<WriteOrder> order = orders.awaited(orderNo, keyIndex, serial);
        if (order.isEmpty()) {
            return former(orderNo, keyIndex, serial, code);
        }
        access.redeem(order.get(), code);
        Instruction next = writing.report(order.get(), report);
        if (next.step() == JobStep.REFUSED) {
            throw Problem.conflict(next.refusal());
        }
        if (next.step() != JobStep.DONE) {
            orders.started(orderNo);
        }
        return next;
    }

    /** The order has gone on; the answer that it did may have been lost. */
    private Instruction former(String orderNo, int keyIndex, String serial, String code) {
        if (!jobs.isDone(orderNo, keyIndex, serial)) {
            throw Problem.conflict("ukey.job.none");
        }
        access.recognize(orderNo, keyIndex, serial, code);
        return Instruction.of(JobStep.DONE, null);
    }

    private Stream<WriteOrder> waiting(KeyDevice device) {
        Stream<Optional<WriteOrder>> claimed =
                claims.ordersOn(device.serial()).stream().map(orderNo -> orders.awaited(orderNo, 0, device.serial()));
        Stream<Optional<WriteOrder>> own = device.orderNo() == null
                ? Stream.empty()
                : Stream.of(orders.awaited(device.orderNo(), device.keyIndex(), device.serial()));
        return Stream.concat(own, claimed).flatMap(Optional::stream);
    }
}
