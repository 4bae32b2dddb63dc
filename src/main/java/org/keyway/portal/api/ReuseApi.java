package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.ReturnedItems;
import org.keyway.order.material.Attachment;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.Wording;
import org.keyway.portal.api.OrderJson.AttachmentJson;
import org.keyway.review.ApprovedPapers;
import org.keyway.shared.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers that were approved before and may be used again instead of being scanned once more. */
@RestController
@Tag(name = "attachments")
class ReuseApi {

    /** An approved paper on offer. */
    record ReusableJson(String id, String type, String holder, String fileName, String orderNo, String approvedOn) {}

    private final ApprovedPapers approved;
    private final OrderAccess access;
    private final ReturnedItems returnedItems;
    private final Wording wording;

    ReuseApi(ApprovedPapers approved, OrderAccess access, ReturnedItems returnedItems, Wording wording) {
        this.approved = approved;
        this.access = access;
        this.returnedItems = returnedItems;
        this.wording = wording;
    }

    /** Nothing for people who are not signed in. */
    @GetMapping("/api/lines/{line}/reusable-papers")
    @Operation(operationId = "reusablePapers")
    List<ReusableJson> offers(
            @PathVariable String line,
            @RequestParam String region,
            @RequestParam Map<String, String> query,
            Authentication person) {
        BusinessLine known = BusinessLine.of(line).orElseThrow(() -> Problem.notFound("portal.line.unknown"));
        if (person == null) {
            return List.of();
        }
        Fields fields = new Fields(new LinkedHashMap<>(query));
        return approved.offers(Actor.of(person).account(), known, region, fields).stream()
                .map(this::json)
                .toList();
    }

    @PostMapping("/api/orders/{orderNo}/attachments/reuse")
    @Operation(operationId = "reuseAttachment")
    ResponseEntity<AttachmentJson> reuse(
            @PathVariable String orderNo, @RequestBody Map<String, Object> json, Authentication person) {
        String account = Actor.of(person).account();
        Order order = access.writable(orderNo, account);
        JsonBody body = JsonBody.of(json, "id", "type");
        returnedItems.requireEditable(order, body.required("type"));
        Attachment saved = approved.reuse(order, body.required("id"), body.required("type"), account);
        return ResponseEntity.created(URI.create("/api/orders/" + orderNo + "/attachments/" + saved.id()))
                .body(OrderJsons.attachment(saved));
    }

    private ReusableJson json(ApprovedPapers.Offer offer) {
        Attachment paper = offer.paper();
        return new ReusableJson(
                paper.id(),
                paper.type(),
                offer.holder(),
                paper.fileName(),
                paper.orderNo(),
                wording.date(offer.approvedAt()));
    }
}
