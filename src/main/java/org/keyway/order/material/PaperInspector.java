package org.keyway.order.material;

/** Looks into a PDF for what papers must not contain; implemented by {@code document}. */
public interface PaperInspector {

    /** Never throws on what is in the bytes: unreadable is an answer too. */
    Inspection inspect(byte[] pdf);
}
