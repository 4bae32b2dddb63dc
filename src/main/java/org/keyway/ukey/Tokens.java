package org.keyway.ukey;

/** The tokens that can be reached from here; found by serial number, never by slot (SKF_EnumDev, C_GetSlotList). */
public interface Tokens {

    /** A new blank token was bought; a soft token comes into being, hardware has nothing to do. */
    void supply(String serial, String model);

    /** Waits for others and opens; {@code DEVICE_REMOVED} when no such token is plugged in. */
    Token open(String serial);
}
