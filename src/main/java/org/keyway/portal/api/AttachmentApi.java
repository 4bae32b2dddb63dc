package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.keyway.document.PaperImages;
import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.order.OrderStatus;
import org.keyway.order.PolicyTables;
import org.keyway.order.RequiredDocument;
import org.keyway.order.ReturnedItems;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.AttachmentType;
import org.keyway.order.material.Materials;
import org.keyway.order.material.Upload;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.api.OrderJson.AttachmentJson;
import org.keyway.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers of an order: upload, original, page images, delete. */
@RestController
@RequestMapping("/api/orders/{orderNo}/attachments")
@Tag(name = "attachments")
class AttachmentApi {

    private static final String SLIP = "remittance-slip";
    private static final List<String> USUAL =
            List.of("application/pdf", "image/jpeg", "image/png", "image/bmp", "image/gif");

    private final ReturnedItems returnedItems;
    private final OrderAccess access;
    private final PolicyTables policies;
    private final Materials materials;
    private final PaperImages images;

    AttachmentApi(
            ReturnedItems returnedItems,
            OrderAccess access,
            PolicyTables policies,
            Materials materials,
            PaperImages images) {
        this.returnedItems = returnedItems;
        this.access = access;
        this.policies = policies;
        this.materials = materials;
        this.images = images;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "uploadAttachment")
    ResponseEntity<AttachmentJson> upload(
            @PathVariable String orderNo,
            @RequestParam String type,
            @RequestParam MultipartFile file,
            Authentication person)
            throws IOException {
        String account = Actor.of(person).account();
        Order order = access.writable(orderNo, account);
        requireOpen(order, type);
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            Attachment saved = materials.add(
                    new Upload(orderNo, account, order.round(), type, name, content, formats(order, type)));
            return ResponseEntity.created(URI.create("/api/orders/" + orderNo + "/attachments/" + saved.id()))
                    .body(OrderJsons.attachment(saved));
        }
    }

    @GetMapping("/{id}")
    @Operation(operationId = "downloadAttachment")
    ResponseEntity<byte[]> original(@PathVariable String orderNo, @PathVariable String id, Authentication person) {
        Attachment paper = visible(orderNo, id, person);
        return FileAnswer.inline(materials.content(paper), paper.mediaType(), paper.fileName());
    }

    @GetMapping("/{id}/pages/{page}.png")
    @Operation(operationId = "attachmentPage")
    ResponseEntity<byte[]> page(
            @PathVariable String orderNo, @PathVariable String id, @PathVariable int page, Authentication person) {
        Attachment paper = visible(orderNo, id, person);
        if (page < 1 || page > Math.max(1, paper.pages())) {
            throw Problem.notFound("portal.page.unknown");
        }
        byte[] picture = images.png(materials.content(paper), paper.mediaType(), page);
        return FileAnswer.inline(picture, MediaType.IMAGE_PNG_VALUE, "page-" + page + ".png");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAttachment")
    void delete(@PathVariable String orderNo, @PathVariable String id, Authentication person) {
        String account = Actor.of(person).account();
        Order order = access.writable(orderNo, account);
        requireOpen(order, materials.find(orderNo, id).type());
        materials.remove(orderNo, id, account);
    }

    /** The slip of a bank transfer belongs to the time of paying, every other paper to draft and correction. */
    private void requireOpen(Order order, String type) {
        if (isLateStatement(order, type)) {
            return;
        }
        if (!type.equals(SLIP)) {
            returnedItems.requireEditable(order, type);
        } else if (order.status() != OrderStatus.AWAITING_PAYMENT || !offersTransfer(order)) {
            throw Problem.conflict("portal.slip.closed");
        }
    }

    /** The lock is suspended at once, the stamped statement follows. */
    private static boolean isLateStatement(Order order, String type) {
        return order.line() == BusinessLine.LOSS_UNBLOCK
                && order.status() == OrderStatus.SUSPENDED
                && type.equals(AttachmentType.LOSS_STATEMENT.slug());
    }

    private boolean offersTransfer(Order order) {
        return policies.region(order.line(), order.region())
                .filter(policy -> policy.paymentMethods().contains("BANK_TRANSFER"))
                .isPresent();
    }

    private Attachment visible(String orderNo, String id, Authentication person) {
        access.visible(orderNo, Actor.of(person));
        return materials.find(orderNo, id);
    }

    private List<String> formats(Order order, String type) {
        return policies.documents(order.line(), order.region(), order.fields()).stream()
                .filter(paper -> paper.type().equals(type))
                .map(RequiredDocument::formats)
                .findFirst()
                .orElse(USUAL);
    }
}
