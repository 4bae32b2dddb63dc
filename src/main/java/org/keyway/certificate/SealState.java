package org.keyway.certificate;

/** Life of an electronic seal; moves forward, but for a hold that is released. */
public enum SealState {
    /** Made and signed, not yet on its key. */
    CAPTURED,
    WRITTEN,
    /** The key is held back. */
    SUSPENDED,
    EXPIRED,
    VOID
}
