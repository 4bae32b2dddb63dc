package org.keyway.ukey;

/** A key was written and read back. */
public record KeyWritten(String orderNo, int keyIndex, String serial) {}
