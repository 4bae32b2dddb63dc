package org.keyway.document;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lays out one throw-away page in the background at start, so that the first applicant does not wait for it. */
@Component
class DocumentWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWarmUp.class);

    private final PdfWriter writer;

    DocumentWarmUp(PdfWriter writer) {
        this.writer = writer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        CompletableFuture.runAsync(() -> writer.write("<p>\u7b7e <b>\u7ae0</b>"))
                .exceptionally(failure -> {
                    LOG.error("documents cannot be made", failure);
                    return null;
                });
    }
}
