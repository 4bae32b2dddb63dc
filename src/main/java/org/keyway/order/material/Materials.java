package org.keyway.order.material;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.keyway.order.material.FileStore.Staged;
import org.keyway.order.material.PaperDesk.Accepted;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Ids;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers of orders. Whether the actor may touch the order is for the caller to ask the order service first. */
@Service
public class Materials {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Attachments attachments;
    private final FileStore files;
    private final PaperDesk desk;
    private final MaterialProperties limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Materials(
            Attachments attachments,
            FileStore files,
            PaperDesk desk,
            MaterialProperties limits,
            Clock clock,
            ApplicationEventPublisher events) {
        this.attachments = attachments;
        this.files = files;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /** Stores a paper beside any older one of its type; what is not acceptable is a Problem on {@code file}. */
    @Transactional
    public Attachment add(Upload upload) {
        if (AttachmentType.of(upload.type()).isEmpty()) {
            throw Problem.invalid("type", "material.type");
        }
        requireRoom(upload.orderNo());
        FileName name = FileName.clean(upload.fileName());
        try (Staged staged = files.stage(upload.content(), limits.maxBytes())) {
            if (staged.size() == 0) {
                throw Problem.invalid("file", "material.empty", PaperFormat.titles(upload.formats()));
            }
            Accepted accepted = desk.accept(staged.content(), name, upload.formats());
            staged.keep();
            return record(upload, name, staged, accepted);
        } catch (FileStore.TooLarge e) {
            throw Problem.invalid("file", "material.too-large", limit(), PaperFormat.titles(upload.formats()));
        } catch (IOException e) {
            throw Problem.invalid("file", "material.broken-off", PaperFormat.titles(upload.formats()));
        }
    }

    /** The same paper, by its digest, as a paper of another order; whether it may be is for the caller to ask first. */
    @Transactional
    public Attachment reuse(Attachment source, String orderNo, int round, String actor) {
        requireRoom(orderNo);
        Attachment copy = new Attachment(
                Ids.next(),
                orderNo,
                source.type(),
                source.fileName(),
                source.mediaType(),
                source.size(),
                source.sha256(),
                source.pages(),
                round,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                source.orderNo());
        attachments.insert(copy);
        String detail = copy.type() + " " + copy.id() + " sha256:" + copy.sha256() + " from " + source.orderNo();
        events.publishEvent(new AuditRecord(actor, "MATERIAL_REUSED", orderNo, detail));
        return copy;
    }

    private void requireRoom(String orderNo) {
        if (attachments.of(orderNo).size() >= limits.maxPerOrder()) {
            throw Problem.conflict("material.too-many", String.valueOf(limits.maxPerOrder()));
        }
    }

    /** The papers of an order that count now, oldest first. */
    public List<Attachment> of(String orderNo) {
        return attachments.of(orderNo);
    }

    /** One paper of the order; another order's paper is as unknown as none. */
    public Attachment find(String orderNo, String id) {
        return attachments.find(orderNo, id).orElseThrow(() -> Problem.notFound("material.not-found"));
    }

    /** The bytes, verified against their digest. */
    public byte[] content(Attachment attachment) {
        return files.read(attachment.sha256());
    }

    /** Takes a paper away from the order; row and bytes stay for the record. */
    @Transactional
    public void remove(String orderNo, String id, String actor) {
        if (!attachments.remove(orderNo, id, clock.instant())) {
            throw Problem.notFound("material.not-found");
        }
        events.publishEvent(new AuditRecord(actor, "MATERIAL_REMOVED", orderNo, id));
    }

    private Attachment record(Upload upload, FileName name, Staged staged, Accepted accepted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Attachment attachment = new Attachment(
                Ids.next(),
                upload.orderNo(),
                upload.type(),
                name.text(),
                accepted.format().mediaType(),
                staged.size(),
                staged.sha256(),
                accepted.pages(),
                upload.round(),
                upload.actor(),
                now,
                null);
        attachments.insert(attachment);
        String detail = attachment.type() + " " + attachment.id() + " sha256:" + attachment.sha256();
        events.publishEvent(new AuditRecord(upload.actor(), "MATERIAL_ADDED", upload.orderNo(), detail));
        return attachment;
    }

    private String limit() {
        return limits.maxBytes() >= MEBIBYTE ? limits.maxBytes() / MEBIBYTE + " MB" : limits.maxBytes() + " B";
    }
}
