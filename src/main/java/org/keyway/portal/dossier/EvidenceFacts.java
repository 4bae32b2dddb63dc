package org.keyway.portal.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.audit.AuditTrail;
import org.keyway.audit.AuditTrail.Entry;
import org.keyway.certificate.CertificateView;
import org.keyway.notification.MessageView;
import org.keyway.notification.Notifications;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.order.Order;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.portal.FieldSections;
import org.keyway.portal.Wording;
import org.keyway.review.ReviewDecisions;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.keyway.ukey.WritingLog;
import org.springframework.stereotype.Component;

/** What only the evidence package says: form, papers with their hashes, consents, decisions, writing, messages, audit. */
@Component
class EvidenceFacts {

    private final FieldSections sections;
    private final Materials materials;
    private final ConsentTexts consents;
    private final ReviewDecisions decisions;
    private final WritingLog writing;
    private final Notifications messages;
    private final AuditTrail audit;
    private final Keys keys;
    private final Wording wording;

    EvidenceFacts(
            FieldSections sections,
            Materials materials,
            ConsentTexts consents,
            ReviewDecisions decisions,
            WritingLog writing,
            Notifications messages,
            AuditTrail audit,
            Keys keys,
            Wording wording) {
        this.sections = sections;
        this.materials = materials;
        this.consents = consents;
        this.decisions = decisions;
        this.writing = writing;
        this.messages = messages;
        this.audit = audit;
        this.keys = keys;
        this.wording = wording;
    }

    Map<String, Object> of(Order order) {
        String orderNo = order.orderNo();
        return Row.of("sections", sections(order))
                .and("papers", materials.of(orderNo).stream().map(this::paper).toList())
                .and(
                        "consents",
                        order.fields().list("consents").stream()
                                .map(this::consent)
                                .toList())
                .and(
                        "decisions",
                        decisions.of(orderNo).stream().map(this::decision).toList())
                .and("writing", writing.of(orderNo).stream().map(this::attempt).toList())
                .and(
                        "messages",
                        messages.of(orderNo).stream().map(this::message).toList())
                .and("audit", audit(orderNo))
                .asMap();
    }

    private List<Map<String, Object>> sections(Order order) {
        return sections.of(order, false, Optional.empty()).stream()
                .map(section -> Row.of("title", section.title())
                        .and(
                                "fields",
                                section.fields().stream()
                                        .filter(field -> !field.name().equals("consents")
                                                && !field.value().isBlank())
                                        .map(field -> Row.of("label", field.label())
                                                .and("value", field.value())
                                                .asMap())
                                        .toList())
                        .asMap())
                .filter(section -> !((List<?>) section.get("fields")).isEmpty())
                .toList();
    }

    private Map<String, Object> paper(Attachment paper) {
        return Row.of("type", wording.text("attachment." + paper.type()))
                .and("fileName", paper.fileName())
                .and("pages", paper.pages())
                .and("size", paper.size())
                .and("round", paper.round())
                .and("uploadedAt", wording.time(paper.uploadedAt()))
                .and("sha256", paper.sha256())
                .asMap();
    }

    private Map<String, Object> consent(String mark) {
        int colon = mark.lastIndexOf(':');
        String id = colon < 0 ? mark : mark.substring(0, colon);
        return Row.of("title", consents.find(id).map(Consent::title).orElse(id))
                .and("id", id)
                .and("version", colon < 0 ? "" : mark.substring(colon + 1))
                .asMap();
    }

    private Map<String, Object> decision(ReviewDecisions.Entry entry) {
        return Row.of("round", entry.round())
                .and("stage", wording.text("dossier.stage." + entry.stage()))
                .and("reviewer", entry.reviewer())
                .and("opinion", entry.opinion())
                .and("decidedAt", wording.time(entry.decidedAt()))
                .asMap();
    }

    private Map<String, Object> attempt(WritingLog.Attempt attempt) {
        return Row.of("keyIndex", attempt.keyIndex())
                .and("round", attempt.round())
                .and("serial", attempt.serial())
                .and("source", wording.text("dossier.source." + attempt.source()))
                .and("step", wording.text("dossier.step." + attempt.step()))
                .and("startedAt", wording.time(attempt.startedAt()))
                .and("updatedAt", wording.time(attempt.updatedAt()))
                .asMap();
    }

    private Map<String, Object> message(MessageView view) {
        return Row.of("channel", wording.text("dossier.channel." + view.channel()))
                .and("to", view.to())
                .and("text", view.text())
                .and("sentAt", wording.time(view.sentAt()))
                .asMap();
    }

    private List<Map<String, Object>> audit(String orderNo) {
        List<KeyView> own = keys.of(orderNo);
        Stream<String> devices = own.stream().map(key -> "ukey:" + key.serial());
        Stream<String> certificates = own.stream()
                .flatMap(key -> key.certificates().stream())
                .map(CertificateView::serial)
                .map(serial -> "certificate:" + serial);
        return Stream.of(Stream.of(orderNo, "order:" + orderNo), devices, certificates)
                .flatMap(subjects -> subjects)
                .flatMap(subject -> audit.of(subject).stream())
                .sorted(Comparator.comparingLong(Entry::sequence))
                .map(entry -> Row.of("sequence", entry.sequence())
                        .and("at", entry.at())
                        .and("actor", entry.actor())
                        .and("action", entry.action())
                        .and("subject", entry.subject())
                        .and("detail", entry.detail())
                        .and("hash", entry.hash())
                        .asMap())
                .toList();
    }
}
