package org.keyway.certificate;

/** Life of an electronic seal; moves only forward. */
public enum SealState {
    /** Made and signed, not yet on its key. */
    CAPTURED,
    WRITTEN,
    EXPIRED,
    VOID
}
