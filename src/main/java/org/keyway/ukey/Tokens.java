package org.keyway.ukey;

import java.util.List;

/** The tokens that can be reached from here; found by serial number, never by slot (SKF_EnumDev, C_GetSlotList). */
public interface Tokens {

    /** A new blank token was bought; a soft token comes into being, hardware has nothing to do. */
    void supply(String serial, String model);

    /** Serial numbers of everything that is plugged in, in order; a token that cannot be read is left out. */
    List<String> present();

    /** Waits for others and opens; {@code DEVICE_REMOVED} when no such token is plugged in. */
    Token open(String serial);
}
