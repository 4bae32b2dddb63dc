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

/** Key-writing jobs for key agents elsewhere: whoever shows the order's authorization code for the device may run one. */
@Service
public class AgentJobs {

    private static final Pattern ID = Pattern.compile("([A-Z]{2}\\d{14})-(\\d{1,3})");

    private final KeyDevices devices;
    private final KeyClaims claims;
    private final KeyWriting writing;
    private final KeyWritingJobs jobs;
    private final AuthorizationCodes codes;
    private final WriteOrders orders;

    AgentJobs(
            KeyDevices devices,
            KeyClaims claims,
            KeyWriting writing,
            KeyWritingJobs jobs,
            AuthorizationCodes codes,
            WriteOrders orders) {
        this.devices = devices;
        this.claims = claims;
        this.writing = writing;
        this.jobs = jobs;
        this.codes = codes;
        this.orders = orders;
    }

    /** The jobs that wait for this device; a wrong code costs a try. */
    @Transactional
    public List<AgentJob> offered(String serial, String code) {
        KeyDevice device = devices.find(serial).orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
        WriteOrder order = waiting(device).findFirst().orElseThrow(() -> Problem.conflict("ukey.job.none"));
        codes.redeem(order.orderNo(), order.keyIndex(), serial, code);
        return List.of(AgentJob.of(order));
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
        codes.redeem(orderNo, keyIndex, serial, code);
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
        codes.recognize(orderNo, keyIndex, serial, code);
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
