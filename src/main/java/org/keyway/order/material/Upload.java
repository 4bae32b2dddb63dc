package org.keyway.order.material;

import java.io.InputStream;
import java.util.List;

/**
 * A file as it arrives; nothing about it is trusted.
 *
 * @param fileName as the sender calls it
 * @param content read once, at most up to the size limit
 * @param formats media types that the order accepts for this type of paper
 */
public record Upload(
        String orderNo,
        String actor,
        int round,
        String type,
        String fileName,
        InputStream content,
        List<String> formats) {}
