package org.keyway.portal.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.Consent;
import org.keyway.order.ConsentTexts;
import org.keyway.order.Order;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.portal.FieldSections;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** What the applicant handed in, as evidence: the form, the papers with their hashes, the texts agreed to. */
@Component
class FilingFacts {

    private final FieldSections sections;
    private final Materials materials;
    private final ConsentTexts consents;
    private final Wording wording;

    FilingFacts(FieldSections sections, Materials materials, ConsentTexts consents, Wording wording) {
        this.sections = sections;
        this.materials = materials;
        this.consents = consents;
        this.wording = wording;
    }

    Map<String, Object> of(Order order) {
        return Row.of("sections", sections(order))
                .and(
                        "papers",
                        materials.of(order.orderNo()).stream().map(this::paper).toList())
                .and(
                        "consents",
                        order.fields().list("consents").stream()
                                .map(this::consent)
                                .toList())
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
                .and(
                        "fileName",
                        paper.reusedFrom() == null
                                ? paper.fileName()
                                : paper.fileName() + wording.text("paper.reused", paper.reusedFrom()))
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
}
