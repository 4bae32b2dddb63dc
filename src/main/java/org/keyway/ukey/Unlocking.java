package org.keyway.ukey;

/**
 * What a key agent needs to reset the user PIN of the key before it, once.
 *
 * @param soPin for the device and nobody's eyes
 * @param content what the key signs afterwards, which proves that its holder's new PIN works
 */
public record Unlocking(String soPin, byte[] content) {

    /** PINs do not belong into a log. */
    @Override
    public String toString() {
        return "Unlocking";
    }
}
