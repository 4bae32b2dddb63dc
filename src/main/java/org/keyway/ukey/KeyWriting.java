package org.keyway.ukey;

import java.util.Optional;
import java.util.Set;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.ukey.WriteResult.Refused;
import org.keyway.ukey.WriteResult.Written;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobRunner;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to write a key, wherever it is plugged in. A job survives crash and pulled key at any sub-step: writing
 * again goes on where it stopped, with one pair of certificates per key.
 */
@Service
public class KeyWriting {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWriting.class);
    private static final Set<String> PASSING =
            Set.of(TokenException.Code.DEVICE_REMOVED.name(), TokenException.Code.IO.name());

    private final KeyDevices devices;
    private final KeyClaims claims;
    private final Tokens tokens;
    private final KeyWritingJobs jobs;
    private final WritingDesk desk;
    private final WritingCompletion completion;
    private final OwnTransaction own;

    KeyWriting(
            KeyDevices devices,
            KeyClaims claims,
            Tokens tokens,
            KeyWritingJobs jobs,
            WritingDesk desk,
            WritingCompletion completion,
            OwnTransaction own) {
        this.devices = devices;
        this.claims = claims;
        this.tokens = tokens;
        this.jobs = jobs;
        this.desk = desk;
        this.completion = completion;
        this.own = own;
    }

    /** Writes a key that is plugged in here, goes on writing, or finds it written; a refusal may be tried again. */
    @Transactional
    public WriteResult write(WriteOrder order) {
        if (device(order).isEmpty()) {
            return new Refused("UKEY_SERIAL_MISMATCH");
        }
        if (isDone(order)) {
            return new Written(order.serial());
        }
        try (Token token = tokens.open(order.serial())) {
            Instruction end = new JobRunner(token, report -> hear(order, report), new char[0]).run();
            return end.step() == JobStep.DONE ? new Written(order.serial()) : new Refused(end.refusal());
        } catch (TokenException e) {
            LOG.warn("Writing {} for {} stopped: {}", order.serial(), order.orderNo(), e.code());
            jobs.failed(order, e.code().name());
            return new Refused("UKEY_WRITE_FAILED");
        }
    }

    /** Hears a key agent elsewhere; it learns no PIN that the key's holder may have changed. */
    @Transactional
    public Instruction report(WriteOrder order, Report report) {
        if (device(order).isEmpty() || !order.serial().equals(report.serial())) {
            return Instruction.refused("UKEY_SERIAL_MISMATCH");
        }
        if (isDone(order)) {
            return Instruction.of(JobStep.DONE, null);
        }
        try {
            Instruction next = hear(order, report);
            return order.kind().initializes() ? next : next.withoutPin();
        } catch (TokenException e) {
            LOG.warn("Writing {} for {} elsewhere stopped: {}", order.serial(), order.orderNo(), e.code());
            throw Problem.conflict("UKEY_WRITE_FAILED");
        }
    }

    /** Whether this key of the order is written with everything on it. */
    boolean isDone(WriteOrder order) {
        return jobs.isDone(order.orderNo(), order.keyIndex(), order.serial());
    }

    private Instruction hear(WriteOrder order, Report report) {
        KeyDevice device = device(order).orElseThrow();
        requireWritable(order, device.status());
        Optional<KeyWritingJob> job = report.step() == JobStep.START ? beginning(order, report) : running(order);
        if (job.isEmpty()) {
            return Instruction.refused("UKEY_NOT_BLANK");
        }
        Instruction next = desk.take(report, job.get(), order);
        if (next.step() == JobStep.DONE) {
            completion.complete(job.get(), order, device, report);
        }
        return next;
    }

    /** Whether the last fault may heal by itself and fewer than {@code times} tries without a person followed it. */
    public boolean mayRetry(String orderNo, int keyIndex, int times) {
        return jobs.fault(orderNo, keyIndex)
                .filter(fault -> PASSING.contains(fault.code()))
                .filter(fault -> fault.failures() % (times + 1) != 0)
                .isPresent();
    }

    private static void requireWritable(WriteOrder order, KeyStatus status) {
        if (order.kind().initializes()) {
            status.write();
        } else {
            status.rewrite();
        }
    }

    private Optional<KeyDevice> device(WriteOrder order) {
        return devices.find(order.serial()).filter(found -> isMeant(order, found));
    }

    private boolean isMeant(WriteOrder order, KeyDevice device) {
        return order.kind().initializes()
                ? device.isFor(order.orderNo(), order.keyIndex())
                : claims.isFor(order.orderNo(), order.keyIndex(), device.serial());
    }

    /** The job of this device that is not done. */
    private Optional<KeyWritingJob> running(WriteOrder order) {
        return jobs.latest(order.orderNo(), order.keyIndex())
                .filter(job -> job.serial().equals(order.serial()))
                .filter(job -> job.step() != WritingStep.DONE);
    }

    /** The job to go on with, or a new round; empty when the token is not what this kind of job starts from. */
    private Optional<KeyWritingJob> beginning(WriteOrder order, Report report) {
        Optional<KeyWritingJob> running = running(order);
        if (!order.kind().initializes()) {
            return Optional.of(running.orElseGet(() -> start(order)));
        }
        boolean blank = report.state() == TokenInfo.State.BLANK;
        Optional<KeyWritingJob> ours =
                running.filter(job -> job.label().equals(report.label()) || blank && job.step() == WritingStep.STARTED);
        if (ours.isPresent() || !blank) {
            return ours;
        }
        jobs.latest(order.orderNo(), order.keyIndex()).ifPresent(completion::abandon);
        return Optional.of(start(order));
    }

    private KeyWritingJob start(WriteOrder order) {
        int round = jobs.latest(order.orderNo(), order.keyIndex())
                        .map(KeyWritingJob::round)
                        .orElse(0)
                + 1;
        return own.commit(() -> jobs.start(order, round));
    }
}
