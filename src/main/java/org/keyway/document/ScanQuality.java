package org.keyway.document;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keyway.order.material.PaperQuality;
import org.springframework.stereotype.Component;

/** Judges the pages of a paper by their pixels, as drawn for the reviewer. */
@Component
final class ScanQuality implements PaperQuality {

    private static final int MOST_PAGES = 3;

    private static final Set<Flaw> UNREADABLE = Set.of(Flaw.UNREADABLE);

    private static final int MOST_KEPT = 5000;

    private final PaperImages images;
    private final Map<String, Set<Flaw>> judged = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Flaw>> eldest) {
            return size() > MOST_KEPT;
        }
    });

    ScanQuality(PaperImages images) {
        this.images = images;
    }

    /** The same bytes are looked at once: a round that returns repeats most papers. */
    @Override
    public Set<Flaw> flaws(byte[] content, String mediaType, int pages) {
        String digest = PaperImages.sha256(content) + mediaType;
        Set<Flaw> known = judged.get(digest);
        if (known == null) {
            known = Set.copyOf(look(content, mediaType, pages));
            judged.put(digest, known);
        }
        return known;
    }

    private Set<Flaw> look(byte[] content, String mediaType, int pages) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
            flaws.addAll(images.greyPicture(content, mediaType, page)
                    .map(ScanQuality::of)
                    .orElse(UNREADABLE));
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
