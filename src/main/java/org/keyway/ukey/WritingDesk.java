package org.keyway.ukey;

import java.util.Arrays;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.Csr;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.SealRequest;
import org.keyway.certificate.Seals;
import org.keyway.shared.OwnTransaction;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;
import org.springframework.stereotype.Component;

/**
 * The server's side of a job between an opened token and a read-back key: each sub-step may be repeated without
 * doubling anything and is committed on its own when it is done. A report that comes too early or too late changes
 * nothing and is answered with what is next.
 */
@Component
class WritingDesk {

    private final KeyWritingJobs jobs;
    private final Certificates certificates;
    private final PairIssue pairs;
    private final Seals seals;
    private final InitialPins pins;
    private final SoPins soPins;
    private final OwnTransaction own;

    WritingDesk(
            KeyWritingJobs jobs,
            Certificates certificates,
            PairIssue pairs,
            Seals seals,
            InitialPins pins,
            SoPins soPins,
            OwnTransaction own) {
        this.jobs = jobs;
        this.certificates = certificates;
        this.pairs = pairs;
        this.seals = seals;
        this.pins = pins;
        this.soPins = soPins;
        this.own = own;
    }

    /** Takes the report down; DONE when the job may be completed. */
    Instruction take(Report report, KeyWritingJob job, WriteOrder order) {
        if (expected(job, order) != report.step()) {
            return next(job, order, report);
        }
        return switch (report.step()) {
            case INITIALIZE -> next(advance(job, WritingStep.INITIALIZED), order, report);
            case REQUEST -> certify(made(job, order, report), order, report);
            case CERTIFY -> next(advance(job, WritingStep.CERTIFIED), order, report);
            case SEAL -> next(advance(job, WritingStep.SEALED), order, report);
            default -> compare(job, order, report);
        };
    }

    private KeyWritingJob made(KeyWritingJob job, WriteOrder order, Report report) {
        for (KeyUse use : PairIssue.uses(order)) {
            Csr.parse(report.requests().get(use));
        }
        return advance(job, WritingStep.KEYS_MADE);
    }

    /** The step that the token side can have done by what we know. */
    private static JobStep expected(KeyWritingJob job, WriteOrder order) {
        return switch (job.step()) {
            case STARTED -> order.kind().initializes() ? JobStep.INITIALIZE : firstOf(order);
            case INITIALIZED -> firstOf(order);
            case KEYS_MADE -> JobStep.CERTIFY;
            case CERTIFIED -> JobStep.SEAL;
            default -> JobStep.READ_BACK;
        };
    }

    private static JobStep firstOf(WriteOrder order) {
        return order.kind().certifies() ? JobStep.REQUEST : JobStep.SEAL;
    }

    private Instruction next(KeyWritingJob job, WriteOrder order, Report report) {
        String pin = pin(job);
        return switch (expected(job, order)) {
            case INITIALIZE -> initialize(job);
            case REQUEST -> request(job, order, order.kind() == WriteKind.REKEY);
            case CERTIFY -> again(job, order, report);
            case SEAL -> Instruction.seal(pin, seal(job, order, report));
            default -> Instruction.of(JobStep.READ_BACK, pin);
        };
    }

    private Instruction initialize(KeyWritingJob job) {
        pins.keep(job.orderNo(), job.keyIndex(), job.serial());
        return Instruction.initialize(job.label(), soPin(job.serial()), pin(job));
    }

    private Instruction request(KeyWritingJob job, WriteOrder order, boolean anew) {
        return Instruction.request(pin(job), order.algorithm(), PairIssue.uses(order), anew);
    }

    /** The pairs are made: without their requests at hand they are asked for once more, then certified. */
    private Instruction again(KeyWritingJob job, WriteOrder order, Report report) {
        return report.requests().keySet().containsAll(PairIssue.uses(order))
                ? certify(job, order, report)
                : request(job, order, false);
    }

    private Instruction certify(KeyWritingJob job, WriteOrder order, Report report) {
        PairIssue.Issued issued = pairs.issue(job, order, report);
        return Instruction.certify(pin(job), issued.certificates(), issued.encryptionKey());
    }

    private byte[] seal(KeyWritingJob job, WriteOrder order, Report report) {
        byte[] signer = report.certificates().getOrDefault(KeyUse.SIGN, new byte[0]);
        require(certificates.ofKey(job.serial()).stream()
                .flatMap(each -> certificates.der(each.serial()).stream())
                .anyMatch(der -> Arrays.equals(der, signer)));
        return seals.make(new SealRequest(
                job.sealKey(),
                job.orderNo(),
                job.serial(),
                order.holder().displayName(),
                order.years(),
                order.until(),
                signer));
    }

    private Instruction compare(KeyWritingJob job, WriteOrder order, Report report) {
        if (order.kind().certifies()) {
            pairs.issue(job, order, report)
                    .certificates()
                    .forEach((use, der) ->
                            require(Arrays.equals(der, report.certificates().get(use))));
        }
        require(Arrays.equals(seal(job, order, report), report.seal()));
        advance(job, WritingStep.READ_BACK);
        return Instruction.of(JobStep.DONE, null);
    }

    private KeyWritingJob advance(KeyWritingJob job, WritingStep step) {
        return job.isBefore(step) ? own.commit(() -> jobs.advance(job, step)) : job;
    }

    private String pin(KeyWritingJob job) {
        return pins.known(job.serial()).map(String::new).orElse(null);
    }

    private String soPin(String serial) {
        return new String(soPins.of(serial));
    }

    private static void require(boolean same) {
        if (!same) {
            throw new TokenException(TokenException.Code.IO);
        }
    }
}
