package org.keyway.ukey;

import java.util.Arrays;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.HolderName;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.SealRequest;
import org.keyway.certificate.Seals;
import org.keyway.shared.OwnTransaction;
import org.springframework.stereotype.Component;

/**
 * What happens between an opened token and a read-back key: each sub-step may be repeated without doubling anything
 * and is committed on its own when it is done.
 *
 * <p>The encryption key pair is made on the token as well: for RSA in this issue. Delivery of an encryption key from a
 * key management centre (GM/T 0014, enveloped key of GM/T 0016) comes with SM2.
 */
@Component
class TokenWriter {

    private final KeyWritingJobs jobs;
    private final Certificates certificates;
    private final Seals seals;
    private final InitialPins pins;
    private final SoPins soPins;
    private final OwnTransaction own;

    TokenWriter(
            KeyWritingJobs jobs,
            Certificates certificates,
            Seals seals,
            InitialPins pins,
            SoPins soPins,
            OwnTransaction own) {
        this.jobs = jobs;
        this.certificates = certificates;
        this.seals = seals;
        this.pins = pins;
        this.soPins = soPins;
        this.own = own;
    }

    /** Goes on after the last step that is done; returns the job at READ_BACK. */
    KeyWritingJob run(KeyWritingJob started, WriteOrder order, Token token) {
        KeyWritingJob job = step(started, WritingStep.INITIALIZED, () -> initialize(started, order, token));
        token.login(pins.current(job.serial()));
        job = step(job, WritingStep.KEYS_MADE, () -> makeKeys(order, token));
        job = step(job, WritingStep.CERTIFIED, () -> certify(started, order, token));
        job = step(job, WritingStep.SEALED, () -> seal(started, order, token));
        return step(job, WritingStep.READ_BACK, () -> readBack(started, order, token));
    }

    private KeyWritingJob step(KeyWritingJob job, WritingStep step, Runnable work) {
        if (!job.isBefore(step)) {
            return job;
        }
        work.run();
        return own.commit(() -> jobs.advance(job, step));
    }

    private void initialize(KeyWritingJob job, WriteOrder order, Token token) {
        if (!order.kind().initializes()) {
            return;
        }
        pins.keep(job.orderNo(), job.keyIndex(), job.serial());
        if (token.info().state() == TokenInfo.State.BLANK) {
            token.initialize(
                    job.label(), soPins.of(job.serial()), pins.derive(job.orderNo(), job.keyIndex(), job.serial()));
        }
    }

    private static void makeKeys(WriteOrder order, Token token) {
        boolean anew = order.kind() == WriteKind.REKEY;
        for (KeyUse use : KeyUse.values()) {
            if (anew || token.publicKey(use).isEmpty()) {
                token.generateKeyPair(use);
            }
        }
    }

    private void certify(KeyWritingJob job, WriteOrder order, Token token) {
        if (!order.kind().certifies()) {
            return;
        }
        for (KeyUse use : KeyUse.values()) {
            token.importCertificate(
                    use, certificates.issue(request(job, order, use, token)).der());
        }
    }

    private void seal(KeyWritingJob job, WriteOrder order, Token token) {
        token.writeSeal(seals.make(sealRequest(job, order, token)));
    }

    private void readBack(KeyWritingJob job, WriteOrder order, Token token) {
        for (KeyUse use : order.kind().certifies() ? KeyUse.values() : new KeyUse[0]) {
            byte[] issued = certificates.issue(request(job, order, use, token)).der();
            require(Arrays.equals(issued, token.certificate(use).orElse(null)));
        }
        byte[] seal = seals.make(sealRequest(job, order, token));
        require(Arrays.equals(seal, token.readSeal().orElse(null)));
    }

    private static CertificateRequest request(KeyWritingJob job, WriteOrder order, KeyUse use, Token token) {
        byte[] csr = token.certificationRequest(use, job.serial());
        return new CertificateRequest(
                job.requestKey(use),
                job.orderNo(),
                job.serial(),
                order.holder(),
                use,
                order.years(),
                order.until(),
                csr);
    }

    private static SealRequest sealRequest(KeyWritingJob job, WriteOrder order, Token token) {
        HolderName holder = order.holder();
        byte[] signer = token.certificate(KeyUse.SIGN).orElseThrow(() -> new TokenException(TokenException.Code.IO));
        return new SealRequest(
                job.sealKey(), job.orderNo(), job.serial(), holder.displayName(), order.years(), order.until(), signer);
    }

    private static void require(boolean same) {
        if (!same) {
            throw new TokenException(TokenException.Code.IO);
        }
    }
}
