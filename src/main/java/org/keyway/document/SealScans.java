package org.keyway.document;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Takes a red seal off a scanned sheet: cropped, everything that is not red removed. */
@Service
public final class SealScans {

    private static final int MOST_PAGES = 3;

    private final PaperImages images;

    SealScans(PaperImages images) {
        this.images = images;
    }

    /**
     * The seal on the first of three pages that has one; empty without a clear seal.
     *
     * @param size width and height of the picture in dots; its alpha channel is the seal
     */
    public Optional<BufferedImage> cleaned(byte[] content, String mediaType, int pages, int size) {
        return IntStream.rangeClosed(1, Math.min(Math.max(1, pages), MOST_PAGES))
                .mapToObj(page -> images.picture(content, mediaType, page).flatMap(SealScan::of))
                .flatMap(Optional::stream)
                .findFirst()
                .map(scan -> scan.picture(size));
    }
}
