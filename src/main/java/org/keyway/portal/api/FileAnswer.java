package org.keyway.portal.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Sends a file that a browser may show but neither guess the type of, nor run, nor keep for others. */
public final class FileAnswer {

    private FileAnswer() {}

    /** Shown in the browser; saved under its name. */
    public static ResponseEntity<byte[]> inline(byte[] content, String mediaType, String fileName) {
        ContentDisposition disposition = ContentDisposition.inline()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, ascii(disposition.toString()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static String ascii(String header) {
        return header.replaceAll("[^\\x20-\\x7e]", "_");
    }
}
