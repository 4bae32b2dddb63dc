package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.order.material.Materials;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.ReviewSheet;
import org.keyway.portal.ReviewSheets;
import org.keyway.portal.dossier.SampleSeals;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the review form in Tasklist shows; who looked at unmasked data is recorded. */
@RestController
@Tag(name = "review")
class ReviewSheetApi {

    private final OrderAccess access;
    private final ReviewSheets sheets;
    private final Materials materials;
    private final SampleSeals seals;
    private final ApplicationEventPublisher events;

    ReviewSheetApi(
            OrderAccess access,
            ReviewSheets sheets,
            Materials materials,
            SampleSeals seals,
            ApplicationEventPublisher events) {
        this.access = access;
        this.sheets = sheets;
        this.materials = materials;
        this.seals = seals;
        this.events = events;
    }

    @GetMapping("/api/orders/{orderNo}/review-sheet")
    @Operation(operationId = "reviewSheet")
    ResponseEntity<ReviewSheet> sheet(@PathVariable String orderNo, Authentication person) {
        Actor actor = Actor.of(person);
        access.requireStaff(actor);
        ReviewSheet sheet = sheets.of(access.visible(orderNo, actor));
        events.publishEvent(new AuditRecord(actor.account(), "order.sheet-read", orderNo, "round " + sheet.round()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sheet);
    }

    /** The seal as it would be put on the key, taken off a seal-sample sheet; 404 when it will be drawn instead. */
    @GetMapping("/api/orders/{orderNo}/attachments/{id}/seal.png")
    @Operation(operationId = "cleanedSeal")
    ResponseEntity<byte[]> seal(@PathVariable String orderNo, @PathVariable String id, Authentication person) {
        access.visible(orderNo, Actor.of(person));
        byte[] png = seals.preview(materials.find(orderNo, id)).orElseThrow(() -> Problem.notFound("portal.seal.none"));
        return FileAnswer.inline(png, MediaType.IMAGE_PNG_VALUE, "seal.png");
    }
}
