package org.keyway.order.material;

import java.time.Instant;

/**
 * One paper of an order; its bytes are in the file store under {@code sha256}.
 *
 * @param type attachment type of the contract, e.g. {@code business-licence}
 * @param mediaType as detected from the bytes
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 * @param pages pages of a PDF; 1 for an image
 * @param round submission round in which it was uploaded; 0 while the order was a draft
 * @param reusedFrom order in which the same paper was approved; null when it was uploaded for this one
 */
public record Attachment(
        String id,
        String orderNo,
        String type,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int pages,
        int round,
        String uploadedBy,
        Instant uploadedAt,
        String reusedFrom) {}
