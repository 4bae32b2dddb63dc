package org.keyway.ukey;

import java.time.Clock;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Seals;
import org.keyway.shared.AuditRecord;
import org.keyway.ukey.job.Report;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes true, in the transaction around it, when a job ends. */
@Component
class WritingCompletion {

    private final KeyDevices devices;
    private final KeyWritingJobs jobs;
    private final Certificates certificates;
    private final Seals seals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WritingCompletion(
            KeyDevices devices,
            KeyWritingJobs jobs,
            Certificates certificates,
            Seals seals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.devices = devices;
        this.jobs = jobs;
        this.certificates = certificates;
        this.seals = seals;
        this.events = events;
        this.clock = clock;
    }

    void complete(KeyWritingJob job, WriteOrder order, KeyDevice device, Report report) {
        for (KeyUse use : order.kind().certifies() ? KeyUse.values() : new KeyUse[0]) {
            certificates.activate(Serials.of(report.certificates().get(use)));
        }
        seals.written(job.sealKey());
        if (order.kind().initializes()) {
            devices.move(device, device.writtenFor(order.owner(), clock.instant()));
        }
        jobs.advance(job, WritingStep.DONE);
        events.publishEvent(new AuditRecord(order.owner(), "ukey.written", "ukey:" + job.serial(), job.label()));
        events.publishEvent(new KeyWritten(job.orderNo(), job.keyIndex(), job.serial()));
    }

    /** Another token takes over: what was issued for the former one is revoked. */
    void abandon(KeyWritingJob former) {
        certificates.revokeKey(former.serial(), RevocationReason.CESSATION_OF_OPERATION);
        seals.voidKey(former.serial());
    }
}
