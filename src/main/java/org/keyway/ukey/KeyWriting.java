package org.keyway.ukey;

import java.util.Optional;
import org.keyway.shared.OwnTransaction;
import org.keyway.ukey.WriteResult.Refused;
import org.keyway.ukey.WriteResult.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to write a key. A job survives crash and pulled key at any sub-step: writing again goes on where it
 * stopped, with one pair of certificates per key.
 */
@Service
public class KeyWriting {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWriting.class);

    private final KeyDevices devices;
    private final KeyClaims claims;
    private final Tokens tokens;
    private final KeyWritingJobs jobs;
    private final TokenWriter writer;
    private final WritingCompletion completion;
    private final OwnTransaction own;

    KeyWriting(
            KeyDevices devices,
            KeyClaims claims,
            Tokens tokens,
            KeyWritingJobs jobs,
            TokenWriter writer,
            WritingCompletion completion,
            OwnTransaction own) {
        this.devices = devices;
        this.claims = claims;
        this.tokens = tokens;
        this.jobs = jobs;
        this.writer = writer;
        this.completion = completion;
        this.own = own;
    }

    /** Writes, goes on writing, or finds it written; a refusal leaves the job to be tried again. */
    @Transactional
    public WriteResult write(WriteOrder order) {
        Optional<KeyDevice> device = devices.find(order.serial()).filter(found -> isMeant(order, found));
        if (device.isEmpty()) {
            return new Refused("UKEY_SERIAL_MISMATCH");
        }
        Optional<KeyWritingJob> latest = jobs.latest(order.orderNo(), order.keyIndex());
        if (latest.isPresent() && isDone(latest.get(), order.serial())) {
            return new Written(order.serial());
        }
        requireWritable(order, device.get().status());
        try (Token token = tokens.open(order.serial())) {
            Optional<KeyWritingJob> job = job(order, token);
            if (job.isEmpty()) {
                return new Refused("UKEY_NOT_BLANK");
            }
            completion.complete(writer.run(job.get(), order, token), order, device.get(), token);
            return new Written(order.serial());
        } catch (TokenException e) {
            LOG.warn("Writing {} for {} stopped: {}", order.serial(), order.orderNo(), e.code());
            return new Refused("UKEY_WRITE_FAILED");
        }
    }

    private static void requireWritable(WriteOrder order, KeyStatus status) {
        if (order.kind().initializes()) {
            status.write();
        } else {
            status.rewrite();
        }
    }

    private boolean isMeant(WriteOrder order, KeyDevice device) {
        return order.kind().initializes()
                ? device.isFor(order.orderNo(), order.keyIndex())
                : claims.isFor(order.orderNo(), order.keyIndex(), device.serial());
    }

    private static boolean isDone(KeyWritingJob job, String serial) {
        return job.serial().equals(serial) && job.step() == WritingStep.DONE;
    }

    /** The job to go on with, or a new round; empty when the token is not what this kind of job starts from. */
    private Optional<KeyWritingJob> job(WriteOrder order, Token token) {
        Optional<KeyWritingJob> latest = jobs.latest(order.orderNo(), order.keyIndex());
        if (!order.kind().initializes()) {
            return Optional.of(rewriting(order, latest));
        }
        TokenInfo info = token.info();
        boolean blank = info.state() == TokenInfo.State.BLANK;
        Optional<KeyWritingJob> own = latest.filter(job -> job.serial().equals(order.serial()))
                .filter(job -> job.step() != WritingStep.DONE)
                .filter(job -> info.label().equals(job.label()) || blank && job.step() == WritingStep.STARTED);
        if (own.isPresent() || !blank) {
            return own;
        }
        latest.ifPresent(completion::abandon);
        return Optional.of(start(order, latest));
    }

    private KeyWritingJob rewriting(WriteOrder order, Optional<KeyWritingJob> latest) {
        return latest.filter(job -> job.serial().equals(order.serial()))
                .filter(job -> job.step() != WritingStep.DONE)
                .orElseGet(() -> start(order, latest));
    }

    private KeyWritingJob start(WriteOrder order, Optional<KeyWritingJob> latest) {
        int round = latest.map(KeyWritingJob::round).orElse(0) + 1;
        return own.commit(() -> jobs.start(order, round));
    }
}
