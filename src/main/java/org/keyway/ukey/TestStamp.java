package org.keyway.ukey;

import java.time.Instant;

/**
 * A sheet that a key has stamped.
 *
 * @param pdf with the visible seal, signed by the key itself
 * @param sha256 hexadecimal hash of that file
 */
public record TestStamp(
        int keyIndex, String keySerial, String certificateSerial, Instant at, byte[] pdf, String sha256) {}
