package org.keyway.document;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import org.keyway.order.material.PaperQuality;
import org.springframework.stereotype.Component;

/** Judges the pages of a paper by their pixels, as drawn for the reviewer. */
@Component
final class ScanQuality implements PaperQuality {

    private static final int MOST_PAGES = 3;

    private final PaperImages images;

    ScanQuality(PaperImages images) {
        this.images = images;
    }

    @Override
    public Set<Flaw> flaws(byte[] content, String mediaType, int pages) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
            flaws.addAll(of(images.picture(content, mediaType, page)));
        }
        return flaws;
    }

    static Set<Flaw> of(BufferedImage image) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        PagePixels pixels = PagePixels.of(image);
        if (pixels.isSmall()) {
            flaws.add(Flaw.SMALL);
        }
        if (pixels.isBlank()) {
            flaws.add(Flaw.BLANK);
        } else if (pixels.isBlurred()) {
            flaws.add(Flaw.BLURRED);
        }
        return flaws;
    }
}
