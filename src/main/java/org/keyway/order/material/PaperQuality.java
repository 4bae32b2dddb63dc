package org.keyway.order.material;

import java.util.Set;

/** Looks at a paper as a reviewer would see it; implemented by {@code document}. */
public interface PaperQuality {

    /** What makes a scan hard to read. */
    enum Flaw {
        UNREADABLE,
        SMALL,
        BLANK,
        BLURRED
    }

    /** Flaws of any of the first pages; empty when all look good. */
    Set<Flaw> flaws(byte[] content, String mediaType, int pages);
}
