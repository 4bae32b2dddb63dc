package org.keyway.ukey;

/** How a write ended. */
public sealed interface WriteResult {

    /** Everything is on the key and was read back. */
    record Written(String serial) implements WriteResult {}

    /** Not written; {@code code} is UKEY_SERIAL_MISMATCH, UKEY_NOT_BLANK or UKEY_WRITE_FAILED (may be tried again). */
    record Refused(String code) implements WriteResult {}
}
